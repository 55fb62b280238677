/** One editable element instead of an input. */
import { holds, label, make, ready, root } from './page.js';

const words = make('p', { id: 'words' }, label);
const field = make('div', { contentEditable: 'true', className: 'box', inputMode: 'numeric', role: 'textbox' });
field.setAttribute('aria-labelledby', words.id);
field.style.width = '10rem';
root.append(words, field);
field.addEventListener('input', () => holds(field.textContent));
ready();
