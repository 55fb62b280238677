/** Sends a code for checking and shows the answer in place; used by the pages that have no form. */
export async function sendCode(step, code, place) {
  const reply = await fetch('/shop/code', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ step, otp: code }),
  });
  const { isAccepted, text } = await reply.json();
  const line = document.createElement(isAccepted ? 'h2' : 'p');
  line.setAttribute('role', isAccepted ? 'status' : 'alert');
  line.className = isAccepted ? 'success' : 'failure';
  line.textContent = text;
  if (isAccepted) {
    place.replaceChildren(line);
    return;
  }
  for (const old of place.querySelectorAll('[role=alert]')) old.remove();
  place.prepend(line);
}
