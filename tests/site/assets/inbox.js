/** Looks for new messages every two seconds, and copies one when asked. */
const list = document.querySelector('#messages');
/** As the server last wrote it: what is shown may say "copied" since. */
let written = list.innerHTML;

async function look() {
  if (document.visibilityState !== 'visible') return;
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('#messages');
    if (fresh === null || fresh.innerHTML === written) return;
    written = fresh.innerHTML;
    list.innerHTML = written;
  } catch {
    // The server is gone or slow: the next look comes in two seconds.
  }
}

list.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-done]');
  if (button === null) return;
  await navigator.clipboard.writeText(button.closest('article').querySelector('.text').innerText);
  button.textContent = button.dataset.done;
});
setInterval(look, 2000);
