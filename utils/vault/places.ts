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
/** The manifest of an earlier state. */
export const stateKey = (generation: number): string => `state/${generation}`;

/**
 * Where the bytes of a record or bucket lie: under its key and the generation that wrote it. So what is written never
 * overwrites what was there, and earlier states share what did not change since.
 */
export const storedKey = (key: string, revision: number): string => `${key}@${revision}`;

/** @returns type and id of a record's key, or null for a key of another sort. */
export function recordPlace(key: string): { readonly type: string; readonly id: string } | null {
  const [first, type, ...rest] = key.split('/');
  if (first !== 'record' || type === undefined || rest.length === 0) return null;
  return { type, id: rest.join('/') };
}

/** The journal is one for all states: only its newest blocks are kept. */
export const isJournal = (key: string): boolean => key.startsWith('record/journal/');
