/** Writes a code as two halves with a space between, as many sites do. */
const input = document.querySelector('[data-digits]');
const digits = Number(input.dataset.digits);
const half = digits / 2;
input.addEventListener('input', () => {
  const typed = input.value.replace(/\D/g, '').slice(0, digits);
  input.value = typed.length > half ? `${typed.slice(0, half)} ${typed.slice(half)}` : typed;
});
