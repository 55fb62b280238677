/** The whole row is written anew after each keystroke, without any framework. */
import { boxes, digits, holds, label, make, ready, root } from './page.js';

let code = '';
function render() {
  const inputs = boxes();
  const row = make('div', { role: 'group' }, ...inputs);
  row.ariaLabel = label;
  for (const [at, input] of inputs.entries()) {
    input.value = code[at] ?? '';
    input.addEventListener('input', () => {
      code = (code.slice(0, at) + input.value).slice(0, digits);
      holds(code);
      render();
    });
  }
  root.replaceChildren(make('h3', {}, label), row);
  if (code !== '') inputs[Math.min(code.length, digits - 1)].focus();
}
render();
ready();
