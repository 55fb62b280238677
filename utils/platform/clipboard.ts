/** Puts a code on the clipboard. Call from a click or a key press: the browser asks for one. */
import { browser } from 'wxt/browser';

export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Pictures that were pasted, for reading a QR code from. */
export function pastedImage(event: ClipboardEvent): Blob | null {
  const items = [...(event.clipboardData?.items ?? [])];
  return items.find((item) => item.type.startsWith('image/'))?.getAsFile() ?? null;
}

/**
 * What was copied elsewhere, such as a text message. Call first in the click handler: the browser asks for the permission once.
 * @returns null when it was refused.
 */
export async function readCopiedText(): Promise<string | null> {
  const isGranted = await browser.permissions.request({ permissions: ['clipboardRead'] });
  return isGranted ? navigator.clipboard.readText() : null;
}
