/** A row of boxes that passes the cursor on, steps back on Backspace, spreads a paste, and may send itself when full. */
const boxes = [...document.querySelectorAll('.boxes input')];

function submitWhenFull() {
  const group = boxes[0].parentElement;
  if (group.dataset.submits !== 'true' || boxes.some((box) => box.value === '')) return;
  boxes[0].form.requestSubmit();
}

function spread(text, from) {
  const digits = [...text.replace(/\D/g, '')].slice(0, boxes.length - from);
  for (const [offset, digit] of digits.entries()) boxes[from + offset].value = digit;
  boxes[Math.min(from + digits.length, boxes.length - 1)].focus();
  submitWhenFull();
}

for (const [at, box] of boxes.entries()) {
  box.addEventListener('input', () => {
    if (/\D/.test(box.value)) box.value = '';
    if (box.value !== '') boxes[at + 1]?.focus();
    submitWhenFull();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Backspace' && box.value === '') boxes[at - 1]?.focus();
  });
  box.addEventListener('paste', (event) => {
    event.preventDefault();
    spread(event.clipboardData.getData('text'), at);
  });
}
