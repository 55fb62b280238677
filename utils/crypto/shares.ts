/**
 * A recovery key in shares: any k of n together give it back, fewer say nothing of it (Shamir). Each share is written in 17
 * groups, as the key itself is, and says which vault and which set it belongs to, so that a wrong sheet is named.
 *
 * Of 42 bytes: version and k − 1, n − 1 and number − 1 (four bits each); the vault's fingerprint (4); the set (3); the place
 * on the polynomial (1); the points (32). Written on paper: never change the order.
 */
import { combine, split } from 'shamir-secret-sharing';
import { readGroups, writeGroups } from '../encoding/grouped-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { RECOVERY_KEY_BYTES } from './recovery-key.ts';

const VERSION = 1;
const FINGERPRINT_BYTES = 4;
export const SET_BYTES = 3;
const HEAD_BYTES = 2 + FINGERPRINT_BYTES + SET_BYTES;
const SHARE_BYTES = HEAD_BYTES + 1 + RECOVERY_KEY_BYTES;

/** What a share says of itself: nothing secret. */
export interface ShareFacts {
  /** As the status of the vault has it: two groups of four. */
  readonly fingerprint: string;
  /** Six hexadecimal digits: the same for all shares that were made together. */
  readonly set: string;
  readonly threshold: number;
  readonly count: number;
  /** From 1. */
  readonly number: number;
}

export interface Share extends ShareFacts {
  readonly point: Uint8Array;
}

export interface SplitPlan {
  readonly threshold: number;
  readonly count: number;
  readonly fingerprint: string;
  /** 3 random bytes. */
  readonly set: Uint8Array;
}

/** @returns one list of groups a share. */
export async function splitKey(key: Uint8Array, plan: SplitPlan): Promise<string[][]> {
  const { threshold, count, fingerprint, set } = plan;
  const points = await split(key, count, threshold);
  return points.map((point, at) => {
    const share = new Uint8Array(SHARE_BYTES);
    share.set([(VERSION << 4) | (threshold - 1), ((count - 1) << 4) | at]);
    share.set(fingerprintBytes(fingerprint), 2);
    share.set(set, 2 + FINGERPRINT_BYTES);
    // The library puts the place behind its points.
    share[HEAD_BYTES] = point[RECOVERY_KEY_BYTES] ?? 0;
    share.set(point.subarray(0, RECOVERY_KEY_BYTES), HEAD_BYTES + 1);
    return writeGroups(share);
  });
}

export type ShareReading =
  | { readonly outcome: 'read'; readonly share: Share }
  | { readonly outcome: 'typo'; readonly groups: readonly number[] }
  | { readonly outcome: 'length'; readonly characters: number }
  /** Written by a later version, or no share at all. */
  | { readonly outcome: 'unknown' };

export function readShare(text: string): ShareReading {
  const reading = readGroups(text, SHARE_BYTES);
  if (reading.outcome !== 'read') return reading;
  const { bytes } = reading;
  const [first = 0, second = 0] = bytes;
  const threshold = (first & 15) + 1;
  const count = (second >> 4) + 1;
  const number = (second & 15) + 1;
  if (first >> 4 !== VERSION || threshold > count || number > count) return { outcome: 'unknown' };
  const hex = encodeHex(bytes.subarray(2, HEAD_BYTES));
  const point = new Uint8Array(RECOVERY_KEY_BYTES + 1);
  point.set(bytes.subarray(HEAD_BYTES + 1));
  point[RECOVERY_KEY_BYTES] = bytes[HEAD_BYTES] ?? 0;
  return {
    outcome: 'read',
    share: {
      fingerprint: `${hex.slice(0, 4)}-${hex.slice(4, 8)}`,
      set: hex.slice(8),
      threshold,
      count,
      number,
      point,
    },
  };
}

export type Combined =
  | { readonly outcome: 'key'; readonly key: Uint8Array }
  /** How many are still wanted. */
  | { readonly outcome: 'too-few'; readonly missing: number }
  /** Numbers of those that are of another set than the first one. */
  | { readonly outcome: 'mixed'; readonly numbers: readonly number[] };

/** Whether the key is the right one, only the vault can say. A share that is given twice counts once. */
export async function combineShares(shares: readonly Share[]): Promise<Combined> {
  const [first] = shares;
  if (first === undefined) return { outcome: 'too-few', missing: 2 };
  const others = shares.filter(({ set, threshold }) => set !== first.set || threshold !== first.threshold);
  if (others.length > 0) return { outcome: 'mixed', numbers: others.map(({ number }) => number) };
  const each = [...new Map(shares.map((share) => [share.point[RECOVERY_KEY_BYTES], share.point])).values()];
  if (each.length < first.threshold) return { outcome: 'too-few', missing: first.threshold - each.length };
  return { outcome: 'key', key: await combine(each) };
}

function fingerprintBytes(fingerprint: string): Uint8Array {
  const bytes = new Uint8Array(FINGERPRINT_BYTES);
  const hex = fingerprint.replace('-', '');
  for (let at = 0; at < FINGERPRINT_BYTES; at += 1)
    bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}
