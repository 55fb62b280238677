/** Draws the popup when there is something to draw: one paint, no placeholder that flashes by. */
import { render } from 'preact';
import { isFirstFrame } from '../state/first-frame.ts';
import { afterPaint } from '../state/paint.ts';
import { start } from '../state/start.ts';
import { PopupApp } from './popup-app.tsx';

export async function drawPopup(root: HTMLElement): Promise<void> {
  await start(() => {
    isFirstFrame.value = true;
    render(<PopupApp />, root);
    void afterPaint().then(() => {
      isFirstFrame.value = false;
    });
  });
}
