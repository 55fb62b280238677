/** When a frame is on the screen. Work that can wait until then does not hold it up. */

/** Resolves in a task after the next frame: then it was painted. At once where nothing is painted, as in a hidden tab. */
export function afterPaint(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
