/** The journal: append-only, each entry chained to the one before it by its hash, so that a gap or a change shows. */
import { utf8ToBytes } from '@noble/ciphers/utils.js';
import { digestOf } from '../crypto/derive.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import type { JournalEvent } from './event.ts';

/** Entries in one stored block: an edit rewrites the last block only. */
export const BLOCK_ENTRIES = 32;
export const FIRST_HEAD = '';

export interface JournalEntry {
  readonly seq: number;
  readonly atMs: number;
  readonly event: JournalEvent;
  /** Head of the chain before this entry. */
  readonly previousBase64: string;
}
export type JournalBlock = readonly JournalEntry[];

/** SHA-256 over the entry, which holds the hash before it. */
export function headAfter(entry: JournalEntry): string {
  const { seq, atMs, previousBase64, event } = entry;
  const fields = Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1));
  return encodeBase64(digestOf(utf8ToBytes(JSON.stringify([seq, atMs, previousBase64, fields]))));
}

/** @returns the number of the first entry that does not follow from the one before it, or null when all do. */
export function firstBreak(entries: Iterable<JournalEntry>, headBase64: string): number | null {
  let head = FIRST_HEAD;
  let next = 0;
  for (const entry of entries) {
    if (entry.seq !== next || entry.previousBase64 !== head) return next;
    head = headAfter(entry);
    next += 1;
  }
  return head === headBase64 ? null : next;
}
