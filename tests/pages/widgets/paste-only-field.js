/** One field that takes nothing but a paste, which it reads by itself. */
import { digits, holds, label, make, ready, root } from './page.js';

const input = make('input', { id: 'code', maxLength: digits, autocomplete: 'off' });
root.append(make('label', { htmlFor: 'code' }, label), input);
let kept = '';
input.addEventListener('input', () => {
  input.value = kept;
});
input.addEventListener('paste', (event) => {
  event.preventDefault();
  kept = event.clipboardData.getData('text').replace(/\D/g, '');
  input.value = kept;
  holds(kept);
});
ready();
