/** Two fields of half a code each. */
import { digits, holds, label, make, ready, root } from './page.js';

const half = () => make('input', { maxLength: digits / 2, inputMode: 'numeric', size: 4 });
const [first, second] = [half(), half()];
first.ariaLabel = `${label}, first half`;
second.ariaLabel = `${label}, second half`;
root.append(make('p', {}, label), make('div', {}, first, ' – ', second));
const changed = () => {
  holds(first.value + second.value);
  if (first.value.length === digits / 2 && second.value === '') second.focus();
};
first.addEventListener('input', changed);
second.addEventListener('input', changed);
ready();
