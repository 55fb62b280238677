/** Files and texts are handed to a page as by a person's hand: dragged over it and dropped, or pasted with the keyboard. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PictureFile } from './qr-picture.ts';

/** The browser's own drag: the page gets the events and the files that a drag out of a folder gives. */
export async function dropsOn(
  page: Page,
  files: readonly Pick<PictureFile, 'name' | 'buffer'>[],
  place: { readonly x: number; readonly y: number },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tallystick-drop-'));
  const paths = await Promise.all(
    files.map(async ({ name, buffer }) => {
      await writeFile(join(folder, name), buffer);
      return join(folder, name);
    }),
  );
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
  }
  await session.detach();
  page.context().once('close', () => rm(folder, { recursive: true, force: true }));
}

export async function pastesText(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Clipboards hold pictures as PNG. */
export async function pastesPicture(page: Page, { mimeType, buffer }: PictureFile): Promise<void> {
  await page.evaluate(
    async ([type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })]);
    },
    [mimeType, buffer.toString('base64')] as const,
  );
  await page.keyboard.press('ControlOrMeta+V');
}
