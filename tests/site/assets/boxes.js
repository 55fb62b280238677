/** A row of boxes that passes the cursor on, steps back on Backspace and spreads a paste. */
const boxes = [...document.querySelectorAll('.boxes input')];

function spread(text, from) {
  const digits = [...text.replace(/\D/g, '')].slice(0, boxes.length - from);
  for (const [offset, digit] of digits.entries()) boxes[from + offset].value = digit;
  boxes[Math.min(from + digits.length, boxes.length - 1)].focus();
}

for (const [at, box] of boxes.entries()) {
  box.addEventListener('input', () => {
    if (/\D/.test(box.value)) box.value = '';
    if (box.value !== '') boxes[at + 1]?.focus();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Backspace' && box.value === '') boxes[at - 1]?.focus();
  });
  box.addEventListener('paste', (event) => {
    event.preventDefault();
    spread(event.clipboardData.getData('text'), at);
  });
}
