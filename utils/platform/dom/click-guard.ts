/**
 * One-click filling: says whether a click on the mark was meant by a person who saw the mark, and saw it long enough. Each
 * doubt answers no, and the click opens the popup instead. Nothing here fills anything.
 */
import type { Mark } from './mark.ts';
import { isAloneOnTop, isSound } from './mark-sound.ts';
import { rootsOf, type ShadowOf } from './read-page.ts';

/** How long everything must have been as it should be: the time a person needs to see what lies under the pointer. */
const CALM_MS = 500;
/** The pointer rests on the mark before it presses. */
const STAY_MS = 100;
const TRAIL_MS = 2000;
const FEWEST_MOVES = 3;
const LOOKS_APART_MS = 80;
/** As often the page may tamper with the mark until one click is never enough again in this document. */
const MOST_STRIKES = 3;

interface Step {
  readonly atMs: number;
  readonly isInside: boolean;
}

export function watchClicks(markNow: () => Mark | undefined, shadowOf: ShadowOf) {
  let watched: Mark | undefined;
  let soundSinceMs = Number.POSITIVE_INFINITY;
  let seenSinceMs = Number.POSITIVE_INFINITY;
  let calmSinceMs = performance.now();
  let lookedAtMs = 0;
  let strikes = 0;
  let trail: Step[] = [];
  let stopWatching = () => {};

  const disturbed = () => {
    calmSinceMs = performance.now();
  };
  const look = () => {
    lookedAtMs = performance.now();
    if (watched === undefined || !isSound(watched)) {
      soundSinceMs = Number.POSITIVE_INFINITY;
      return false;
    }
    soundSinceMs = Math.min(soundSinceMs, lookedAtMs);
    return true;
  };
  /** Our own script moves the mark, hides it with its field, and takes it away. */
  const touched = () => {
    watch(markNow());
    if (watched === undefined || watched.host.style.display === 'none' || look()) return;
    strikes += 1;
    disturbed();
  };
  const touchedAround = () => {
    watch(markNow());
    if (watched?.host.isConnected === false) touched();
    else look();
  };
  const watch = (mark: Mark | undefined) => {
    if (mark === watched) return;
    stopWatching();
    watched = mark;
    soundSinceMs = Number.POSITIVE_INFINITY;
    seenSinceMs = Number.POSITIVE_INFINITY;
    if (mark === undefined) return;
    const ends = [
      onSeen(mark.host, (isSeen) => {
        seenSinceMs = isSeen ? Math.min(seenSinceMs, performance.now()) : Number.POSITIVE_INFINITY;
      }),
      onChanged(mark.host, { attributes: true }, touched),
      onChanged(document.documentElement, { attributes: true, childList: true }, touchedAround),
      onChanged(document.body, { attributes: true }, touchedAround),
    ];
    stopWatching = () => ends.forEach((end) => void end());
    look();
  };
  const moved = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    watch(markNow());
    const atMs = performance.now();
    const isInside = watched !== undefined && isWithin(event, watched.host);
    trail = [...trail.filter((step) => atMs - step.atMs <= TRAIL_MS), { atMs, isInside }];
    if (isInside || atMs - lookedAtMs >= LOOKS_APART_MS) look();
  };
  /** A press elsewhere, right before: the second half of a double click is no click on the mark. */
  const pressed = (event: PointerEvent) => {
    if (watched !== undefined && isWithin(event, watched.host)) look();
    else disturbed();
  };

  const quiet = { capture: true, passive: true };
  addEventListener('pointermove', moved, quiet);
  addEventListener('pointerdown', pressed, quiet);
  for (const type of ['focus', 'resize', 'toggle', 'fullscreenchange', 'pageshow']) {
    addEventListener(
      type,
      (event) => event.target !== watched?.host && isOfWindow(event) && disturbed(),
      quiet,
    );
  }
  document.addEventListener('visibilitychange', disturbed, quiet);
  watch(markNow());

  return (event: MouseEvent, mark: Mark): boolean => {
    const nowMs = performance.now();
    const isCalm = [soundSinceMs, seenSinceMs, calmSinceMs, mark.restedAtMs()].every(
      (sinceMs) => nowMs - sinceMs >= CALM_MS,
    );
    return (
      mark === watched &&
      strikes < MOST_STRIKES &&
      isCalm &&
      isByMouse(event) &&
      isWithin(event, mark.host) &&
      cameHere(trail, nowMs, mark.restedAtMs()) &&
      look() &&
      // Last, because it walks the whole page: roots in which a cover could hide from the looks before.
      isAloneOnTop(mark.host, rootsOf(document, shadowOf))
    );
  };
}

/** Focus moves inside a page all the time; a window that comes to the front under the pointer is another matter. */
function isOfWindow({ type, target }: Event): boolean {
  return type !== 'focus' || target === window;
}

/** Touch leaves no trail to judge by; keys and scripts have no pointer at all. */
function isByMouse(event: MouseEvent): boolean {
  const { pointerType } = event as PointerEvent;
  return event.isTrusted && event.detail === 1 && event.button === 0 && pointerType === 'mouse';
}

function isWithin({ clientX, clientY }: MouseEvent, host: HTMLElement): boolean {
  const { left, top, right, bottom } = host.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/**
 * From outside, over several steps, and then for a moment on the mark: not a mark that was put under the pointer, nor one that
 * went along with it. @param restedAtMs since then the mark is where it is.
 */
function cameHere(trail: readonly Step[], nowMs: number, restedAtMs: number): boolean {
  const recent = trail.filter(({ atMs }) => nowMs - atMs <= TRAIL_MS);
  const outside = recent.findLastIndex(({ atMs, isInside }) => !isInside && atMs >= restedAtMs);
  const entered = recent[outside + 1];
  return (
    outside >= 0 && recent.length >= FEWEST_MOVES && entered !== undefined && nowMs - entered.atMs >= STAY_MS
  );
}

/** Chromium says itself whether something is drawn over an element, also where it lets the pointer through. */
function onSeen(host: HTMLElement, heard: (isSeen: boolean) => void): () => void {
  const knowsVisibility = 'isVisible' in IntersectionObserverEntry.prototype;
  const options = {
    threshold: [0, 0.5, 1],
    ...(knowsVisibility ? { trackVisibility: true, delay: 100 } : {}),
  };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    const { isVisible = true } = (last ?? {}) as { isVisible?: boolean };
    heard(last !== undefined && last.intersectionRatio >= 0.99 && isVisible);
  }, options);
  observer.observe(host);
  return () => observer.disconnect();
}

function onChanged(element: Element, what: MutationObserverInit, heard: () => void): () => void {
  const observer = new MutationObserver(heard);
  observer.observe(element, what);
  return () => observer.disconnect();
}
