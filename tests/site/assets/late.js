/** Draws the field 0.6 s late and outside any form, as an application that waits for its data does. */
import { sendCode } from './send-code.js';

const app = document.getElementById('app');
const page = JSON.parse(app.dataset.page);

setTimeout(() => {
  const card = document.createElement('div');
  card.className = 'card';
  const label = document.createElement('label');
  label.textContent = page.label;
  const input = document.createElement('input');
  input.inputMode = 'numeric';
  input.maxLength = page.digits;
  label.append(document.createElement('br'), input);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = page.verb;
  button.addEventListener('click', () => sendCode(page.step, input.value, card));
  card.append(label, button);
  app.replaceChildren(card);
}, 600);
