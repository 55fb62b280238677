/** Paints a QR code from rows of 0 and 1, four pixels a module. */
const canvas = document.querySelector('canvas[data-rows]');
const rows = canvas.dataset.rows.split(' ');
canvas.width = rows.length * 4;
canvas.height = rows.length * 4;
const pen = canvas.getContext('2d');
pen.fillStyle = '#fff';
pen.fillRect(0, 0, canvas.width, canvas.height);
pen.fillStyle = '#000';
for (const [y, row] of rows.entries()) {
  for (const [x, module] of [...row].entries()) if (module === '1') pen.fillRect(x * 4, y * 4, 4, 4);
}
delete canvas.dataset.rows;
