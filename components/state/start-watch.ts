/** A page of ours that does not start shows the rescue page instead: a missing file, a program that throws before it has drawn. */

/** Shared by two scripts of one page: the one that watches, and the one that has drawn. */
const shared = globalThis as { tallystickStarted?: () => void };

export function watchStart(): void {
  const watching = new AbortController();
  const rescue = () => location.replace('/rescue.html');
  // What does not load tells only itself, so this listens on the way down.
  addEventListener('error', rescue, { capture: true, signal: watching.signal });
  addEventListener('unhandledrejection', rescue, { signal: watching.signal });
  shared.tallystickStarted = () => watching.abort();
}

export function started(): void {
  shared.tallystickStarted?.();
}
