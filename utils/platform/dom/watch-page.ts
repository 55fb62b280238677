/**
 * Says when a page is worth another look. A code step appears after a load or after something the user did, so nothing
 * observes the page: looks are taken at those moments and a few times after, and none when nobody does anything.
 * Measured in the design: an observer of the whole tree costs a busy page five times as much.
 */

const AFTER_ACT_MS = [150, 600, 1500, 4000, 9000];
const APART_MS = 250;
const MOST_LOOKS = 200;

/** @param look is called at most four times a second. @param signal ends it all. */
export function watchPage(look: (focused?: EventTarget) => void, signal: AbortSignal): void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let looks = 0;
  const now = (focused?: EventTarget) => {
    const nowMs = performance.now();
    if (signal.aborted || looks >= MOST_LOOKS || (nowMs - lookedAtMs < APART_MS && focused === undefined))
      return;
    lookedAtMs = nowMs;
    looks += 1;
    look(focused);
  };
  const soon = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = AFTER_ACT_MS.map((ms) => setTimeout(now, ms));
  };
  const acted = (event: Event) => {
    if (event.isTrusted && (event.type !== 'keydown' || (event as KeyboardEvent).key === 'Enter')) soon();
  };
  const quiet = { capture: true, passive: true, signal };
  for (const type of ['click', 'keydown', 'submit']) addEventListener(type, acted, quiet);
  for (const type of ['pageshow', 'popstate', 'hashchange']) addEventListener(type, soon, quiet);
  addEventListener('focusin', (event) => now(event.composedPath()[0]), quiet);
  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
  });
  now();
  soon();
}
