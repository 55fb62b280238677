/** What every widget page shares: it keeps what the framework itself holds, sends that on, and counts what went astray. */

const root = document.getElementById('app');
const form = document.getElementById('form');
export const page = JSON.parse(root.dataset.page);
export const { digits, label } = page;
export { root };

/** Read by the test. `state` is what the framework says, never what the field shows. */
export const practice = { state: '', sent: [], accepted: false, strayed: 0, ready: false };
window.practice = practice;

/** The widget says what its framework holds now. */
export function holds(state) {
  practice.state = String(state ?? '');
}

/** The widget is there and may be filled. */
export function ready() {
  practice.ready = true;
}

/** Sends what the framework holds. Pages that send by themselves call it as well as the button. */
export async function send(code = practice.state) {
  practice.sent.push(code);
  const reply = await fetch('/shop/code', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ step: page.step, otp: code }),
  });
  const { isAccepted, text } = await reply.json();
  practice.accepted ||= isAccepted;
  document.getElementById('answer').textContent = text;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
const stray = ({ target }) => {
  if (target instanceof Element && target.matches('[data-stray]')) practice.strayed += 1;
};
for (const type of ['keydown', 'beforeinput', 'input', 'paste']) document.addEventListener(type, stray, true);

/** An element by its tag, properties and children. */
export function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** So many plain boxes of one character, in a row. */
export function boxes(properties = {}) {
  return Array.from({ length: digits }, (_, at) =>
    Object.assign(make('input', { maxLength: 1, inputMode: 'numeric', className: 'box', ...properties }), {
      ariaLabel: `Digit ${at + 1}`,
    }),
  );
}
