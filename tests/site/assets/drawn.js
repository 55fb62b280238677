/** Shows each digit of the one real, transparent field in a drawn box. */
const input = document.querySelector('.drawn input');
const cells = document.querySelectorAll('.drawn span');
input.addEventListener('input', () => {
  input.value = input.value.replace(/\D/g, '');
  for (const [at, cell] of cells.entries()) cell.textContent = input.value[at] ?? '';
});
