/** Pictures of what a tab shows, and of one picture in it. The page learns nothing of it, and nothing is fetched. */
import { browser } from 'wxt/browser';
import { Fault } from '../fault.ts';

/** What is kept in memory between the worker and a page may have ten megabytes in all. */
const MOST_LETTERS = 6_000_000;

/**
 * The visible part of the active tab as a data address, with the pixels of the screen: a code on a dense display is read as it is.
 * @param windowId of the window that is looked at; the one this page is in when not given.
 * @throws Fault `scan/not-allowed` (the person did not open us on that tab, or it is a page of the browser itself),
 *   `scan/page-protected` (the browser or its owner forbids pictures of it).
 */
export async function captureTab(windowId?: number): Promise<string> {
  const png = await capture({ format: 'png' }, windowId);
  return png.length <= MOST_LETTERS ? png : capture({ format: 'jpeg', quality: 90 }, windowId);
}

type Format = { readonly format: 'png' } | { readonly format: 'jpeg'; readonly quality: number };

async function capture(format: Format, windowId?: number): Promise<string> {
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

/** @returns the picture with this address in that part of a page; null where the browser keeps it from us, such as one of another site. */
export async function pictureInTab(tabId: number, frameId: number, address: string): Promise<string | null> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [drawn] = await browser.scripting.executeScript({ target, func: drawPicture, args: [address] });
    return typeof drawn?.result === 'string' && drawn.result.length <= MOST_LETTERS ? drawn.result : null;
  } catch {
    return null;
  }
}

/** Runs in the page, out of reach of its scripts, and is sent there as text: it uses nothing from around it. */
function drawPicture(address: string): string | null {
  const find = (root: Document | ShadowRoot): HTMLImageElement | undefined => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLImageElement && [element.currentSrc, element.src].includes(address))
        return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  const picture = find(document);
  if (picture === undefined) return null;
  // A drawing may have no size of its own.
  const width = picture.naturalWidth || picture.width;
  const height = picture.naturalHeight || picture.height;
  const scale = Math.min(1, 2400 / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  try {
    return canvas.toDataURL('image/png');
  } catch {
    // A picture of another site: its pixels are not for us.
    return null;
  }
}
