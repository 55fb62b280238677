/** QR codes out of what a tab shows, or out of an image the person gives. The page learns nothing of it. */
import { decodeBase64 } from '../encoding/base64.ts';
import { askOnce } from './one-question-worker.ts';
import type { ScanQuestion } from './scan.worker.ts';
import type { ScannedCode } from './scan-chain.ts';
import { captureTab } from './tab-picture.ts';

export type { ScannedCode } from './scan-chain.ts';

/**
 * Every code in sight in the active tab, from top to bottom; empty when there is none. The picture has the pixels of the
 * screen, so a code on a dense display is read as it is.
 *
 * @param windowId of the window that is looked at; the one this page is in when not given.
 * @throws Fault `scan/not-allowed` (the person did not open us on that tab, or it is a page of the browser itself),
 *   `scan/page-protected` (the browser or its owner forbids pictures of it).
 */
export async function scanVisibleTab(windowId?: number): Promise<ScannedCode[]> {
  return scanImage(pictureFrom(await captureTab(windowId)));
}

/** @param address data in base64. Decoded here: a `fetch` of it is what our own content security policy forbids. */
export function pictureFrom(address: string): Blob {
  const [head = '', data = ''] = address.split(',');
  return new Blob([decodeBase64(data)], { type: /^data:([\w/+.-]+)/.exec(head)?.[1] ?? '' });
}

/**
 * As `scanVisibleTab`, for PNG, JPEG, GIF, WebP and whatever else the browser shows.
 * @throws Fault `scan/nothing-found` for a file that is no image.
 */
export function scanImage(image: Blob): Promise<ScannedCode[]> {
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' });
  return askOnce<ScannedCode[]>(worker, { image } satisfies ScanQuestion);
}
