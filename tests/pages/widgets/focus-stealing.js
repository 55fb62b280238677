/** Boxes on a page that takes the focus away after every character, to its search field. */
import { boxes, holds, label, make, ready, root } from './page.js';

const search = document.querySelector('input[type=search]');
const inputs = boxes();
root.append(make('p', {}, label), make('div', {}, ...inputs));
for (const input of inputs) {
  input.addEventListener('input', () => {
    holds(inputs.map(({ value }) => value).join(''));
    search.focus();
  });
}
ready();
