/** IMask on a plain field: two groups of three, a placeholder kept in sight. */
import IMask from 'imask';
import { holds, label, make, ready, root } from './page.js';

const input = make('input', { id: 'code', inputMode: 'numeric' });
root.append(make('label', { htmlFor: 'code' }, label), input);
const mask = IMask(input, { mask: '000-000', lazy: false });
mask.on('accept', () => holds(mask.unmaskedValue));
ready();
