/**
 * Notes whatever a page can notice, in `window.__seen` as `{ what, detail }`: changes of the document, messages, events, calls
 * a content script might make in the page's world, globals a clean window does not have, loads from an extension, errors.
 * Proves that somebody left no trace, or shows the trace. It runs before the page is built; `window.__watching` turns true
 * once the page has been compared with what the server sent. With `?probe=<extension id>` it also knocks on that extension.
 */
(() => {
  const seen = [];
  const ours = ['__seen', '__watching', '__received'];
  const note = (what, detail) => seen.push({ what, detail: String(detail).slice(0, 200) });
  window.__seen = seen;
  window.__watching = false;

  /** Names of a window nobody touched: a frame of our own, gone before anything is watched. */
  function cleanNames() {
    const frame = document.createElement('iframe');
    document.documentElement.append(frame);
    const names = Object.getOwnPropertyNames(frame.contentWindow);
    frame.remove();
    return names;
  }
  const known = new Set([...cleanNames(), ...ours]);

  function noteGlobals() {
    for (const name of Object.getOwnPropertyNames(window)) {
      // A frame of a window is a property of it, named by its number.
      if (known.has(name) || /^\d+$/.test(name)) continue;
      known.add(name);
      note('global', name);
    }
  }

  function watchEvents() {
    const ofWindow = ['message', 'storage', 'error', 'unhandledrejection', 'securitypolicyviolation'];
    for (const type of ofWindow) {
      window.addEventListener(type, (event) => note(type, event.origin ?? event.message ?? type), true);
    }
    const made = 'focusin focusout beforeinput input change keydown keyup paste copy click submit';
    for (const type of made.split(' ')) {
      const listener = (event) => note(event.isTrusted ? type : `made-up ${type}`, event.target.nodeName);
      document.addEventListener(type, listener, true);
    }
  }

  function watchCalls() {
    const calls = [
      [EventTarget.prototype, 'dispatchEvent', (event) => event.type],
      [Element.prototype, 'attachShadow', (init) => init.mode],
      [Document.prototype, 'createElement', String],
      [Document.prototype, 'execCommand', String],
      [window, 'postMessage', () => ''],
    ];
    for (const [owner, name, describe] of calls) {
      const original = owner[name];
      owner[name] = function watched(...given) {
        note(name, describe(given[0]));
        return original.apply(this, given);
      };
    }
  }

  function watchDocument() {
    new MutationObserver((records) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
        for (const node of addedNodes) note('added', node.outerHTML ?? node.nodeName);
        for (const node of removedNodes) note('removed', node.outerHTML ?? node.nodeName);
        if (type === 'attributes') note('attribute', `${target.nodeName} ${attributeName}`);
        if (type === 'characterData') note('text', target.nodeName);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  function watchLoads() {
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries())
        if (/^(chrome|moz)-extension:/.test(name)) note('loaded', name);
    }).observe({ type: 'resource', buffered: true });
  }

  async function compareWithServer() {
    const here = document.documentElement.outerHTML;
    const sent = await (await fetch(location.href)).text();
    const clean = new DOMParser().parseFromString(sent, 'text/html').documentElement.outerHTML;
    if (here !== clean) note('differs', `${here.length} characters, not ${clean.length}`);
  }

  /** What answers must be reachable from any page, and so be a way to tell who is installed. */
  async function knockOn(id) {
    if (globalThis.chrome?.runtime !== undefined) note('reachable', 'chrome.runtime');
    const files = 'manifest.json popup.html manager.html options.html content-scripts/fill.js icon/128.png';
    for (const file of files.split(' ')) {
      try {
        await fetch(`chrome-extension://${id}/${file}`);
        note('reachable', file);
      } catch {
        // Not reachable: what one hopes for.
      }
    }
  }

  watchEvents();
  watchCalls();
  watchLoads();
  setInterval(noteGlobals, 50);
  document.addEventListener('DOMContentLoaded', async () => {
    watchDocument();
    await compareWithServer();
    const probe = new URLSearchParams(location.search).get('probe');
    if (probe !== null && /^[a-p]{32}$/.test(probe)) await knockOn(probe);
    noteGlobals();
    window.__watching = true;
  });
})();
