/**
 * A copy of the sealed vault in `storage.local` (Chromium): another LevelDB than IndexedDB's, so one crash rarely takes both.
 * Only sealed bytes come here, as base64.
 */
import { browser } from 'wxt/browser';
import { decodeBase64, encodeBase64 } from '../../encoding/base64.ts';
import type { CopyStore } from '../../ports.ts';

const PREFIX = 'copy/';

export function createLocalCopy(name: string): CopyStore {
  const bytesOf = (text: unknown) => (typeof text === 'string' ? decodeBase64(text) : new Uint8Array());
  return {
    name,
    async readAll() {
      const all = await browser.storage.local.get(null);
      const ours = Object.entries(all).filter(([key]) => key.startsWith(PREFIX));
      return new Map(ours.map(([key, text]) => [key.slice(PREFIX.length), bytesOf(text)]));
    },
    async read(key) {
      const { [PREFIX + key]: text } = await browser.storage.local.get(PREFIX + key);
      return text === undefined ? null : bytesOf(text);
    },
    /** One `set` is one write batch. What is deleted is no longer in the manifest that this batch brings: litter at worst. */
    async apply(puts, deletes) {
      await browser.storage.local.set(
        Object.fromEntries([...puts].map(([key, bytes]) => [PREFIX + key, encodeBase64(bytes)])),
      );
      if (deletes.length > 0) {
        await browser.storage.local.remove(deletes.map((key) => PREFIX + key)).catch(() => undefined);
      }
    },
    /** Settings lie here too, so only what is ours goes. */
    async rebuild() {
      const all = await browser.storage.local.get(null);
      await browser.storage.local.remove(Object.keys(all).filter((key) => key.startsWith(PREFIX)));
    },
  };
}
