/** A file dragged from the desktop: real events of the browser, which hold the file only when it is let go. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';

const COPY = 1;

export async function dropFile(on: Locator, name: string, bytes: Uint8Array | string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-drop-'));
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const page = on.page();
  await on.scrollIntoViewIfNeeded();
  const box = await on.boundingBox();
  if (box === null) throw new Error('what it is dropped on is not there');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: COPY };
  try {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    }
    // Read before the file goes.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  } finally {
    await session.detach();
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
}
