/** A field of type number with arrows, read on change. */
import { holds, label, make, ready, root } from './page.js';

const input = make('input', { type: 'number', name: 'code', min: '0', max: '999999' });
root.append(make('label', {}, label, ' ', input));
// Its `value` is text, leading zeros included.
input.addEventListener('change', () => holds(input.value));
input.addEventListener('input', () => holds(input.value));
ready();
