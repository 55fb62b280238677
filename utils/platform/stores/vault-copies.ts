/** Which stores hold the copies of the vault in this browser, the one to read from first. */
import type { CopyStore } from '../../ports.ts';
import { createIdbCopy } from './idb-copy.ts';
import { createLocalCopy } from './local-copy.ts';

/**
 * In Firefox each database is a file of its own, and content scripts can read `storage.local`: there the second copy is a
 * second database. In Chromium all databases of an origin share one LevelDB, and `storage.local` has another.
 */
export function vaultCopies(): CopyStore[] {
  const first = createIdbCopy('tallystick');
  return [
    first,
    import.meta.env.FIREFOX ? createIdbCopy('tallystick-copy') : createLocalCopy('storage-local'),
  ];
}
