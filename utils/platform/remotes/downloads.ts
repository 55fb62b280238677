/**
 * The downloads folder, below `Tallystick/`: kept even when the extension is removed. The browser tells when a file is complete
 * and gives nothing to read back.
 */
import { browser } from 'wxt/browser';
import { encodeBase64 } from '../../encoding/base64.ts';
import { Fault } from '../../fault.ts';
import type { Remote } from './remote.ts';

const FOLDER = 'Tallystick';
const LOOK_EVERY_MS = 250;
/** A minute: longer than a slow disk takes; shorter than a worker is kept waiting. */
const MOST_LOOKS = 240;
const FEW_LOOKS = 8;
/** Longer addresses are refused by Chromium, whose workers can make no blob addresses. */
const MOST_ADDRESS = 2 * 1024 * 1024;

export const downloads: Remote = {
  sort: 'downloads',
  readsBack: false,

  async write(_settings, name, bytes) {
    if (!(await browser.permissions.contains({ permissions: ['downloads'] })))
      throw new Fault('backup/destination-not-allowed');
    const { url, release } = addressOf(bytes);
    try {
      const id = await browser.downloads
        .download({ url, filename: `${FOLDER}/${name}`, conflictAction: 'uniquify', saveAs: false })
        .catch(interrupted);
      await completed(id);
      return String(id);
    } finally {
      release();
    }
  },

  async read() {
    throw new Error('the downloads folder gives nothing to read');
  },

  async remove(_settings, name, ref) {
    const id = Number(ref);
    const [item] = await browser.downloads.search({ id }).catch(() => []);
    // Another browser, or a history that was cleared, may call another file by this number.
    if (item === undefined || !item.filename.includes(name)) throw new Fault('backup/destination-stuck');
    if (!item.exists) return;
    await browser.downloads.removeFile(id).catch(() => {
      throw new Fault('backup/destination-stuck');
    });
    await browser.downloads.erase({ id }).catch(() => []);
  },
};

function addressOf(bytes: Uint8Array): { url: string; release: () => void } {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }));
    return { url, release: () => URL.revokeObjectURL(url) };
  }
  const url = `data:application/octet-stream;base64,${encodeBase64(bytes)}`;
  if (url.length > MOST_ADDRESS) throw new Fault('backup/too-large');
  return { url, release: () => undefined };
}

function interrupted(): never {
  throw new Fault('backup/destination-failed');
}

/** Looked at again and again: the browser's own notices of a download come in any order with its first look-up. */
async function completed(id: number): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const [item] = await browser.downloads.search({ id }).catch(() => []);
    if (item?.state === 'complete') return;
    // One that is interrupted may be taken up again at once.
    if (item?.state === 'interrupted' && look > FEW_LOOKS) interrupted();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  interrupted();
}
