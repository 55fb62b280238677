/** One field that reads keys, writes for itself, and undoes any other input. */
import { digits, holds, label, make, ready, root } from './page.js';

const input = make('input', { id: 'code', inputMode: 'numeric', autocomplete: 'off' });
root.append(make('label', { htmlFor: 'code' }, label), input);
let kept = '';
const show = () => {
  input.value = kept;
  holds(kept);
};
input.addEventListener('keydown', (event) => {
  if (event.key === 'Backspace') kept = kept.slice(0, -1);
  else if (/^\d$/.test(event.key)) kept = (kept + event.key).slice(0, digits);
  else return;
  event.preventDefault();
  show();
});
input.addEventListener('input', show);
ready();
