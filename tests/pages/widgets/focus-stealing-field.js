/** One field whose focus goes to the search field as soon as it comes. */
import { digits, holds, label, make, ready, root } from './page.js';

const search = document.querySelector('input[type=search]');
const input = make('input', { id: 'code', maxLength: digits, autocomplete: 'one-time-code' });
root.append(make('label', { htmlFor: 'code' }, label), input);
input.addEventListener('focus', () => search.focus());
input.addEventListener('input', () => holds(input.value));
ready();
