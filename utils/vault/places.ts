/** Where things lie in a copy of the vault: the keys of the byte bag. Stored: never rename. */
export const HEADER_KEY = 'header';
export const MANIFEST_KEY = 'manifest';
/** The device slot's own key, in clear: there is none unless the user chose to do without a passphrase. */
export const DEVICE_KEY = 'device-key';
/** Failed attempts since the last unlock, in clear: counted while nothing can be sealed. */
export const ATTEMPTS_KEY = 'attempts';

export const bucketKey = (bucket: number): string => `bucket/${bucket}`;
export const recordKey = (type: string, id: string): string => `record/${type}/${id}`;
export const journalKey = (block: number): string => recordKey('journal', String(block).padStart(8, '0'));

/** @returns type and id of a record's key, or null for a key of another sort. */
export function recordPlace(key: string): { readonly type: string; readonly id: string } | null {
  const [first, type, ...rest] = key.split('/');
  if (first !== 'record' || type === undefined || rest.length === 0) return null;
  return { type, id: rest.join('/') };
}
