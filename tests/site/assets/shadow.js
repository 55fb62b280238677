/** An element that keeps its field in a shadow root, open or closed. */
import { sendCode } from './send-code.js';

class CodeField extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: this.dataset.mode });
    const card = document.createElement('div');
    const label = document.createElement('label');
    label.textContent = this.dataset.label;
    const input = document.createElement('input');
    input.inputMode = 'numeric';
    input.autocomplete = 'one-time-code';
    label.append(document.createElement('br'), input);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.dataset.verb;
    button.addEventListener('click', () => sendCode(this.dataset.step, input.value, card));
    card.append(label, button);
    const style = document.createElement('style');
    style.textContent = 'input, button { font: inherit; padding: 0.5rem; margin: 0.5rem 0; }';
    root.append(style, card);
  }
}
customElements.define('code-field', CodeField);
