/** Says how much a page got to see in its field; a test reads it, a person sees it. Also kept in `window.__received`. */
const field = document.getElementById('otp');
const line = document.getElementById('received');
window.__received = [];
field.addEventListener('input', () => {
  window.__received.push(field.value.length);
  line.textContent = line.dataset.words.replace('{count}', String(field.value.length));
});
