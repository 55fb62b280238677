/** Dispatches made-up events at everything, thirty rounds a second, to trick a helper into filling. */
const field = document.getElementById('otp');
window.__rounds = 0;

function everyElement(root) {
  const found = [...root.querySelectorAll('*')];
  return found.flatMap((element) =>
    element.shadowRoot ? [element, ...everyElement(element.shadowRoot)] : [element],
  );
}

function pokeAt(target) {
  const common = { bubbles: true, cancelable: true, composed: true };
  for (const type of [
    'pointerdown',
    'mousedown',
    'pointerup',
    'mouseup',
    'click',
    'dblclick',
    'contextmenu',
  ]) {
    target.dispatchEvent(new MouseEvent(type, { ...common, view: window, button: 0 }));
  }
}

function press() {
  const common = { bubbles: true, cancelable: true, composed: true };
  for (const type of ['keydown', 'keyup']) {
    field.dispatchEvent(new KeyboardEvent(type, { ...common, key: 'Enter', code: 'Enter' }));
    field.dispatchEvent(
      new KeyboardEvent(type, { ...common, key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }),
    );
  }
  field.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
}

setInterval(() => {
  field.focus();
  for (const target of [...everyElement(document.documentElement), document, window]) {
    if (!(target instanceof HTMLAnchorElement)) pokeAt(target);
  }
  press();
  window.__rounds += 1;
}, 33);
document.addEventListener('submit', (event) => event.preventDefault(), true);
// A made-up click on a link or a button has its default action too: the page must stay where it is.
document.addEventListener('click', (event) => event.isTrusted || event.preventDefault(), true);
