/**
 * Which accounts a backup holds, as they were: four bytes each, kept beside the file's name, so that an account can say which
 * proven backup has it. Use does not count as a change.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Account } from '../accounts/account.ts';
import { canonical } from '../encoding/canonical.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Destination, MadeFile } from './destination.ts';

const MARK_BYTES = 4;
const MARK_LENGTH = 2 * MARK_BYTES;

export function markOf({ lastUsedAtMs: _, factors, ...account }: Account): string {
  const unused = factors.map(({ lastUsedAtMs: __, ...factor }) => factor);
  return encodeHex(sha256(encodeUtf8(canonical([account, unused]))).slice(0, MARK_BYTES));
}

export const marksOf = (accounts: readonly Account[]): string => accounts.map(markOf).join('');

function holds({ marks = '' }: MadeFile, mark: string): boolean {
  for (let at = 0; at < marks.length; at += MARK_LENGTH) if (marks.startsWith(mark, at)) return true;
  return false;
}

export interface Holding {
  readonly destination: Destination;
  readonly file: MadeFile;
}

/** @returns the newest proven backup that holds the account as it is now; null when there is none. */
export function lastProvenHolding(destinations: readonly Destination[], account: Account): Holding | null {
  const mark = markOf(account);
  const found = destinations.flatMap((destination) =>
    destination.files
      .filter((file) => file.provenAtMs !== null && holds(file, mark))
      .map((file) => ({ destination, file })),
  );
  return found.sort((a, b) => b.file.writtenAtMs - a.file.writtenAtMs)[0] ?? null;
}

/** Marks are kept of the newest file and of the newest proven one: what older ones hold, these hold better. */
export function withMarksThinned({ files, ...rest }: Destination): Destination {
  const proven = files.find(({ provenAtMs }) => provenAtMs !== null);
  return {
    ...rest,
    files: files.map((file) => {
      if (file === files[0] || file === proven) return file;
      const { marks: _, ...thinned } = file;
      return thinned;
    }),
  };
}
