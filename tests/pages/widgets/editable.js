/** Boxes that are editable elements, not inputs. */
import { digits, holds, label, make, ready, root } from './page.js';

const boxes = Array.from({ length: digits }, (_, at) => {
  const box = make('span', { contentEditable: 'true', className: 'box', role: 'textbox' });
  box.ariaLabel = `Digit ${at + 1} of the code`;
  return box;
});
root.append(make('p', {}, label), make('div', {}, ...boxes));
for (const [at, box] of boxes.entries()) {
  box.addEventListener('input', () => {
    if (box.textContent.length > 1) box.textContent = box.textContent.slice(-1);
    holds(boxes.map(({ textContent }) => textContent).join(''));
    if (box.textContent !== '') boxes[at + 1]?.focus();
  });
}
ready();
