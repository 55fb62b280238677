/** A folder of this computer, picked once: a synchronised one, a second disk, a stick. Chromium's File System Access. */
import { Fault } from '../../fault.ts';
import { openFolder } from '../picked-folders.ts';
import type { ListedFile } from './newest.ts';
import type { Remote } from './remote.ts';

export const folder: Remote = {
  sort: 'folder',
  readsBack: true,

  write: ({ handle = '' }, name, bytes) =>
    told(async () => {
      const file = await (await openFolder(handle)).getFileHandle(name, { create: true });
      const writable = await file.createWritable();
      await writable.write(Uint8Array.from(bytes));
      // The browser writes beside it and puts it in place only now.
      await writable.close();
      return null;
    }),

  read: ({ handle = '' }, name) =>
    told(async () => {
      const file = await (await (await openFolder(handle)).getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    }),

  list: ({ handle = '' }) =>
    told(async () => {
      const files: ListedFile[] = [];
      for await (const entry of (await openFolder(handle)).values()) {
        if (entry.kind !== 'file') continue;
        const { lastModified } = await (entry as FileSystemFileHandle).getFile();
        files.push({ name: entry.name, modifiedAtMs: lastModified });
      }
      return files;
    }),

  remove: ({ handle = '' }, name) =>
    told(async () => {
      await (await openFolder(handle)).removeEntry(name).catch((error) => {
        if (nameOf(error) !== 'NotFoundError') throw error;
      });
    }),
};

const nameOf = (error: unknown) => (error instanceof DOMException ? error.name : '');

/** What the browser says of a folder, in our words: an unplugged stick is a folder that is not found. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') throw new Fault('backup/destination-unreachable');
    if (nameOf(error) === 'NotAllowedError') throw new Fault('backup/destination-not-allowed');
    if (nameOf(error) === 'QuotaExceededError') throw new Fault('backup/destination-full');
    throw error;
  }
}
