/** Boxes that read keys by their old numbers, write for themselves, and undo any other input. */
import { boxes, holds, label, make, ready, root } from './page.js';

const inputs = boxes();
const kept = inputs.map(() => '');
root.append(make('p', {}, label), make('div', {}, ...inputs));
for (const [at, input] of inputs.entries()) {
  input.addEventListener('keydown', (event) => {
    if (event.keyCode < 48 || event.keyCode > 57) return;
    event.preventDefault();
    kept[at] = String.fromCharCode(event.keyCode);
    input.value = kept[at];
    holds(kept.join(''));
    inputs[at + 1]?.focus();
  });
  input.addEventListener('input', () => {
    input.value = kept[at];
  });
}
ready();
