/** Boxes that lose every character which comes too soon after the last one, as slow pages do. */
import { boxes, holds, label, make, ready, root } from './page.js';

const TOO_SOON_MS = 12;
let lastMs = 0;
const inputs = boxes();
root.append(make('p', {}, label), make('div', {}, ...inputs));
for (const [at, input] of inputs.entries()) {
  input.addEventListener('input', () => {
    const nowMs = performance.now();
    const isLost = input.value !== '' && nowMs - lastMs < TOO_SOON_MS;
    lastMs = nowMs;
    if (isLost) input.value = '';
    else if (input.value !== '') inputs[at + 1]?.focus();
    holds(inputs.map(({ value }) => value).join(''));
  });
}
ready();
