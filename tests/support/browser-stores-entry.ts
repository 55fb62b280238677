/** Runs in the browser: see `browser-stores.ts`. */

import { createIdbCopy } from '../../utils/platform/stores/idb-copy.ts';
import { createLocalCopy } from '../../utils/platform/stores/local-copy.ts';
import { createMadeMarker } from '../../utils/platform/stores/made-marker.ts';
import { createOpfsCopy } from '../../utils/platform/stores/opfs-copy.ts';
import { brokenPromises } from './store-contract.ts';

const STORES = { indexedDb: createIdbCopy, storageLocal: createLocalCopy, files: createOpfsCopy };

export const brokenPromisesOf = (name: keyof typeof STORES): Promise<string[]> =>
  brokenPromises(() => STORES[name](`contract-${name}`));

/** @returns what the marker says before and after it was set. */
export async function markerSays(): Promise<[boolean, boolean]> {
  const marker = createMadeMarker();
  const before = await marker.wasMade();
  await marker.note();
  return [before, await createMadeMarker().wasMade()];
}

/** Leaves a file of each sort that a crash may leave, and says whether the copy still reads as before. */
export async function filesSurviveLeftovers(): Promise<boolean> {
  const name = 'contract-leftovers';
  const store = () => createOpfsCopy(name);
  await store().apply(new Map([['header', Uint8Array.of(1)]]), []);
  await store().apply(new Map([['manifest', Uint8Array.of(2)]]), []);
  const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
  for (const left of ['000000000003.base', '000000000004.part', '000000000005.base.crswap', 'strange']) {
    await directory.getFileHandle(left, { create: true });
  }
  const short = await (await directory.getFileHandle('000000000006.part', { create: true })).createWritable();
  await short.write(Uint8Array.of(0, 0, 9, 9, 123));
  await short.close();
  const read = await store().readAll();
  await store().apply(new Map([['manifest', Uint8Array.of(7)]]), []);
  const after = await store().readAll();
  await store().rebuild();
  return (
    read.size === 2 && read.get('manifest')?.[0] === 2 && after.get('manifest')?.[0] === 7 && after.size === 2
  );
}
