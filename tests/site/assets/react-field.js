/**
 * A controlled field that behaves as React's does. Source: packages/react-dom-bindings/src/client/inputValueTracking.js and
 * ReactDOMInput.js in facebook/react: an own `value` property on the node records what scripts set; an `input` event counts
 * as a change only when the node's value differs from the record; every render writes the state back.
 */
import { sendCode } from './send-code.js';

const app = document.getElementById('app');
const page = JSON.parse(app.dataset.page);
let state = { code: '', secondsLeft: 600 };

function track(node) {
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node), 'value');
  let recorded = `${node.value}`;
  Object.defineProperty(node, 'value', {
    configurable: true,
    enumerable: native.enumerable,
    get() {
      return native.get.call(this);
    },
    set(value) {
      recorded = `${value}`;
      native.set.call(this, value);
    },
  });
  return function hasChanged() {
    const value = node.value;
    if (value === recorded) return false;
    recorded = value;
    return true;
  };
}

const card = document.createElement('form');
const label = document.createElement('label');
label.htmlFor = 'code';
label.textContent = page.label;
const input = document.createElement('input');
input.id = 'code';
input.inputMode = 'numeric';
input.autocomplete = 'off';
const left = document.createElement('p');
left.className = 'soft';
const button = document.createElement('button');
button.textContent = page.verb;
card.append(label, input, left, button);
app.replaceChildren(card);
const hasChanged = track(input);

function render(next) {
  state = { ...state, ...next };
  if (input.value !== state.code) input.value = state.code;
  left.textContent = page.countdown.replace('{seconds}', state.secondsLeft);
  button.disabled = state.code.length !== page.digits;
}

/** React listens at its root, not at the field. */
app.addEventListener('input', (event) => {
  if (event.target !== input || !hasChanged()) return;
  render({ code: input.value.replace(/\D/g, '').slice(0, page.digits) });
});
app.addEventListener('focusout', () => render({}));
card.addEventListener('submit', (event) => {
  event.preventDefault();
  void sendCode(page.step, state.code, card);
});
setInterval(() => render({ secondsLeft: Math.max(0, state.secondsLeft - 1) }), 1000);
render({});
