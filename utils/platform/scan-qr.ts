/** QR codes out of what a tab shows, or out of an image the person gives. The page learns nothing of it. */
import { browser } from 'wxt/browser';
import { decodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { askOnce } from './one-question-worker.ts';
import type { ScanQuestion } from './scan.worker.ts';
import type { ScannedCode } from './scan-chain.ts';

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
  const url = await capture(windowId);
  // Decoded here: a `fetch` of a data address is what our own content security policy forbids.
  const png = decodeBase64(url.slice(url.indexOf(',') + 1));
  return scanImage(new Blob([png], { type: 'image/png' }));
}

/**
 * As `scanVisibleTab`, for PNG, JPEG, GIF, WebP and whatever else the browser shows.
 * @throws Fault `scan/nothing-found` for a file that is no image.
 */
export function scanImage(image: Blob): Promise<ScannedCode[]> {
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' });
  return askOnce<ScannedCode[]>(worker, { image } satisfies ScanQuestion);
}

async function capture(windowId?: number): Promise<string> {
  const format = { format: 'png' } as const;
  try {
    return await (windowId === undefined
      ? browser.tabs.captureVisibleTab(format)
      : browser.tabs.captureVisibleTab(windowId, format));
  } catch (error) {
    throw captureFault(error);
  }
}

/**
 * Browsers tell the reasons apart by words only. Chromium: tabs_constants.cc, extension_tab_util.cc ("Either the
 * '<all_urls>' or 'activeTab' permission is required.", "Cannot access contents of …", "The extensions gallery cannot be
 * scripted.", "Taking screenshots has been disabled"). Firefox: ext-tabs.js ("Missing activeTab permission").
 */
export function captureFault(error: unknown): unknown {
  const words = error instanceof Error ? error.message : String(error);
  if (/disabled|gallery|protected|cannot access/i.test(words)) return new Fault('scan/page-protected');
  if (/permission/i.test(words)) return new Fault('scan/not-allowed');
  return error;
}
