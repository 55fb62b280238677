/**
 * Loaded before PDF.js in our worker: finding itself in a worker PDF.js would take over the messages, which are ours. It looks for
 * `postMessage` while it loads.
 */
const kept = globalThis.postMessage;
globalThis.postMessage = undefined as never;

export function bringBackMessages(): void {
  globalThis.postMessage = kept;
}
