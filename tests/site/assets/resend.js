/** Counts down on the button that sends a code; the server keeps the wait whether this runs or not. */
for (const button of document.querySelectorAll('button[data-wait]')) {
  const verb = button.textContent;
  let seconds = Number(button.dataset.wait);
  const show = () => {
    button.disabled = seconds > 0;
    button.textContent = seconds > 0 ? button.dataset.words.replace('{seconds}', seconds) : verb;
  };
  show();
  const timer = setInterval(() => {
    seconds -= 1;
    show();
    if (seconds <= 0) clearInterval(timer);
  }, 1000);
}
