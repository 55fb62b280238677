/** Boxes of type tel that move on by themselves and send the code when the last is full. */
import { boxes, holds, label, make, ready, root, send } from './page.js';

const inputs = boxes({ type: 'tel' });
root.append(make('p', {}, label), make('div', {}, ...inputs));
for (const [at, input] of inputs.entries()) {
  input.addEventListener('input', () => {
    holds(inputs.map(({ value }) => value).join(''));
    if (input.value === '') return;
    if (at + 1 < inputs.length) inputs[at + 1].focus();
    else void send();
  });
}
ready();
