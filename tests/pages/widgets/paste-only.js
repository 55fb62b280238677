/** Boxes that take nothing but a paste: every key and every other input is refused. */
import { boxes, holds, label, make, ready, root } from './page.js';

const inputs = boxes();
const row = make('div', {}, ...inputs);
root.append(make('p', {}, label), row);
row.addEventListener('keydown', (event) => event.preventDefault());
row.addEventListener('beforeinput', (event) => event.preventDefault());
row.addEventListener('paste', (event) => {
  event.preventDefault();
  const text = event.clipboardData.getData('text/plain');
  for (const [at, input] of inputs.entries()) input.value = text[at] ?? '';
  holds(inputs.map(({ value }) => value).join(''));
});
ready();
