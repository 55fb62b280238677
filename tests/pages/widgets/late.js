/** A dialog that comes after the page did and fades in. */
import { digits, holds, label, make, ready, root } from './page.js';

setTimeout(() => {
  const input = make('input', { maxLength: digits, inputMode: 'numeric', autofocus: true });
  const dialog = make('dialog', { className: 'fading' }, make('label', {}, label, ' ', input));
  const button = make('button', { type: 'submit', textContent: 'Verify' });
  button.setAttribute('form', 'form');
  dialog.append(button);
  input.addEventListener('input', () => holds(input.value));
  root.append(dialog);
  dialog.show();
  ready();
}, 400);
