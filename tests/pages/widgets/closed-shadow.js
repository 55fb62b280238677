/** One field inside a custom element, in a closed shadow root. */
import { digits, holds, label, make, ready, root } from './page.js';

class CodeField extends HTMLElement {
  connectedCallback() {
    const input = make('input', { maxLength: digits, inputMode: 'numeric' });
    this.attachShadow({ mode: 'closed' }).append(make('label', {}, label, ' ', input));
    input.addEventListener('input', () => holds(input.value));
  }
}
customElements.define('code-field', CodeField);
root.append(make('code-field'));
ready();
