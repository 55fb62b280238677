/** What was handed over from a page: read at once, or kept as a picture in which the code is marked by hand. */
import { signal } from '@preact/signals';
import { Fault, isFault } from '../../utils/fault.ts';
import { openManager } from '../../utils/platform/popup-window.ts';
import { send } from '../../utils/platform/send.ts';
import type { HandedView } from '../../utils/views.ts';
import { type Reading, readText, scanPictures } from './bind.ts';
import { tabId } from './site.ts';

/** Lives no longer than the page: a reload finds nothing. */
export const handed = signal<HandedView | null>(null);

export interface Part {
  /** In fractions of the picture. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const markedPart = signal<Part>({ x: 0.3, y: 0.25, width: 0.4, height: 0.5 });

/** From the popup, which would close over a drag: the full page gets a picture of the tab. */
export async function markOnPicture(): Promise<void> {
  const { captureTab } = await import('../../utils/platform/tab-picture.ts');
  await send('bind.hand', { picture: await captureTab() });
  await openManager('add/handed', tabId.value);
}

/** @returns what to read now; null when a place is to be marked first, or there is nothing. */
export async function takeHanded(): Promise<(() => Promise<Reading>) | null> {
  const view = await send('bind.takeHanded', {});
  handed.value = view;
  if (view === null || view.isToMark) return null;
  const { text } = view;
  if (text !== null) return () => readText(text);
  return () => scanHanded(view);
}

/** The picture itself first: in the one of the tab it may be small, or cut off. @throws Fault `scan/…`. */
async function scanHanded({ image, tab }: HandedView): Promise<Reading> {
  const pictures = [image, tab].filter((address) => address !== null);
  if (pictures.length === 0) throw new Fault('scan/picture-withheld');
  const { pictureFrom } = await import('../../utils/platform/scan-qr.ts');
  let blank: unknown = null;
  for (const address of pictures) {
    try {
      return await scanPictures([pictureFrom(address)]);
    } catch (error) {
      if (!isFault(error)) throw error;
      blank = error;
    }
  }
  throw blank;
}

/** A small code is drawn larger, so that the decoder has more than a pixel a dot. */
const WANTED_PIXELS = 900;

export async function scanPart(address: string, { x, y, width, height }: Part): Promise<Reading> {
  const { pictureFrom } = await import('../../utils/platform/scan-qr.ts');
  const whole = await createImageBitmap(pictureFrom(address));
  const size = { width: Math.max(1, width * whole.width), height: Math.max(1, height * whole.height) };
  const scale = Math.max(1, Math.min(4, WANTED_PIXELS / Math.max(size.width, size.height)));
  const canvas = new OffscreenCanvas(Math.round(size.width * scale), Math.round(size.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const from = [x * whole.width, y * whole.height, size.width, size.height] as const;
  context.drawImage(whole, ...from, 0, 0, canvas.width, canvas.height);
  whole.close();
  return scanPictures([await canvas.convertToBlob()]);
}
