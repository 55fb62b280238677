/** A field that hides what is typed, as some banks have it. */
import { digits, holds, label, make, ready, root } from './page.js';

const input = make('input', { type: 'password', name: 'otp', maxLength: digits, autocomplete: 'off' });
root.append(make('label', {}, label, ' ', input));
input.addEventListener('input', (event) => {
  // Nothing but what a person typed.
  if (event.isTrusted) holds(input.value);
});
ready();
