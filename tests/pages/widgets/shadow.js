/** Boxes inside a custom element, in an open shadow root. */
import { boxes, holds, label, make, ready, root } from './page.js';

class CodeBoxes extends HTMLElement {
  connectedCallback() {
    const inputs = boxes({ size: 1 });
    this.attachShadow({ mode: 'open' }).append(make('p', {}, label), ...inputs);
    for (const [at, input] of inputs.entries()) {
      input.addEventListener('input', () => {
        holds(inputs.map(({ value }) => value).join(''));
        if (input.value !== '') inputs[at + 1]?.focus();
      });
    }
  }
}
customElements.define('code-boxes', CodeBoxes);
root.append(make('code-boxes'));
ready();
