/** A recovery key as people copy it from paper: 32 bytes in 13 groups of five characters, each with its own check. */
import { readGroups, writeGroups } from '../encoding/grouped-text.ts';

export const RECOVERY_KEY_BYTES = 32;

/** @param key 32 bytes. @returns 13 groups of five characters. */
export const writeRecoveryKey = (key: Uint8Array): string[] => writeGroups(key);

export type RecoveryKeyReading =
  | { readonly outcome: 'read'; readonly key: Uint8Array }
  /** Numbers of the groups that hold a typo, from 1. */
  | { readonly outcome: 'typo'; readonly groups: readonly number[] }
  /** Too short or too long: how many characters there are. */
  | { readonly outcome: 'length'; readonly characters: number };

/** Spaces, dashes, line ends and case do not matter. */
export function readRecoveryKey(text: string): RecoveryKeyReading {
  const reading = readGroups(text, RECOVERY_KEY_BYTES);
  return reading.outcome === 'read' ? { outcome: 'read', key: reading.bytes } : reading;
}
