/** Sends what the nameless field holds. */
import { sendCode } from './send-code.js';

const card = document.querySelector('[data-step]');
card.querySelector('button').addEventListener('click', () => {
  void sendCode(card.dataset.step, card.querySelector('input').value, card);
});
