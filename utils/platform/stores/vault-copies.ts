/** Which stores hold the copies of the vault in this browser, the one to read from first. */
import type { CopyStore } from '../../ports.ts';
import { createIdbCopy } from './idb-copy.ts';
import { withinLimits } from './limited-copy.ts';
import { createLocalCopy } from './local-copy.ts';
import { createOpfsCopy } from './opfs-copy.ts';

/**
 * In Firefox each database is a file of its own, and content scripts can read `storage.local`: there the second copy is a
 * second database. In Chromium all databases of an origin share one LevelDB, and `storage.local` has another. The third copy
 * is in neither.
 */
export function vaultCopies(): CopyStore[] {
  const second = import.meta.env.FIREFOX
    ? createIdbCopy('tallystick-copy')
    : createLocalCopy('storage-local');
  return [createIdbCopy('tallystick'), second, createOpfsCopy('files')].map(withinLimits);
}
