/**
 * The downloads folder, below `Tallystick/`: kept even when the extension is removed. The browser tells when a file is complete
 * and gives nothing to read back.
 */
import { browser } from 'wxt/browser';
import { Fault } from '../../fault.ts';
import { addressOf } from '../blob-address.ts';
import type { Remote } from './remote.ts';

const FOLDER = 'Tallystick';
const LOOK_EVERY_MS = 250;
/** A minute: longer than a slow disk takes; shorter than a worker is kept waiting. */
const MOST_LOOKS = 240;
const FEW_LOOKS = 8;

export const downloads: Remote = {
  sort: 'downloads',
  readsBack: false,

  async write(_settings, name, bytes) {
    if (!(await browser.permissions.contains({ permissions: ['downloads'] })))
      throw new Fault('backup/destination-not-allowed');
    const { url, release } = await addressOf(bytes);
    try {
      const id = await browser.downloads
        .download({ url, filename: `${FOLDER}/${name}`, conflictAction: 'uniquify', saveAs: false })
        .catch(interrupted);
      await completed(id);
      return String(id);
    } finally {
      await release();
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
