/**
 * Notes whatever a page can notice, in `window.__seen` as `{ what, detail }`: changes of the document, messages, events it did
 * not make, new globals, loads from an extension, errors. Proves that somebody left no trace, or shows the trace.
 */
const seen = [];
window.__seen = seen;
const note = (what, detail) => seen.push({ what, detail: String(detail).slice(0, 200) });
const described = (node) => node.outerHTML ?? node.nodeName;

new MutationObserver((records) => {
  for (const record of records) {
    for (const node of record.addedNodes) note('added', described(node));
    for (const node of record.removedNodes) note('removed', described(node));
    if (record.type === 'attributes') note('attribute', `${record.target.nodeName} ${record.attributeName}`);
    if (record.type === 'characterData') note('text', record.target.nodeName);
  }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

for (const type of ['message', 'storage', 'error', 'unhandledrejection', 'securitypolicyviolation']) {
  window.addEventListener(type, (event) => note(type, event.origin ?? event.message ?? event.type), true);
}
for (const type of [
  'focusin',
  'focusout',
  'beforeinput',
  'input',
  'change',
  'keydown',
  'paste',
  'copy',
  'click',
  'submit',
]) {
  document.addEventListener(
    type,
    (event) => note(event.isTrusted ? type : `made-up ${type}`, event.target.nodeName),
    true,
  );
}

const dispatch = EventTarget.prototype.dispatchEvent;
EventTarget.prototype.dispatchEvent = function watched(event) {
  note('dispatch', event.type);
  return dispatch.call(this, event);
};
for (const [owner, name] of [
  [Element.prototype, 'attachShadow'],
  [Document.prototype, 'createElement'],
  [Document.prototype, 'execCommand'],
  [window, 'postMessage'],
]) {
  const original = owner[name];
  owner[name] = function watched(...given) {
    note(name, given[0]);
    return original.apply(this, given);
  };
}

const known = new Set(Object.getOwnPropertyNames(window));
setInterval(() => {
  for (const name of Object.getOwnPropertyNames(window)) {
    if (known.has(name)) continue;
    known.add(name);
    note('global', name);
  }
}, 50);

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (/^(chrome|moz)-extension:/.test(entry.name)) note('loaded', entry.name);
  }
}).observe({ type: 'resource', buffered: true });
