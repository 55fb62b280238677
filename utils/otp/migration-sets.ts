/** Exports that come in several QR codes: which of them are here, in whatever order they came. Nothing is decided about time. */
import type { OtpBatch } from './draft.ts';

export interface KeptSet {
  readonly size: number;
  /** The addresses as they were read, by their place from 0. */
  readonly parts: Readonly<Record<string, string>>;
}

/** The one that was touched last is the last. */
export type KeptSets = Readonly<Record<string, KeptSet>>;

export interface SetProgress {
  readonly id: string;
  readonly size: number;
  /** Places from 1, as people count. */
  readonly read: readonly number[];
  readonly missing: readonly number[];
}

/** A phone holds a few hundred accounts, ten to a code. What says more is no honest export. */
const MOST_PARTS = 100;
/** Nobody moves more phones than this at once. */
const MOST_SETS = 4;

/** @returns null for a code that is whole by itself. */
export function setIdOf({ id, index, size }: OtpBatch): string | null {
  return size > 1 && size <= MOST_PARTS && index >= 0 && index < size ? `${id}/${size}` : null;
}

export function withPart(sets: KeptSets, batch: OtpBatch, address: string): KeptSets {
  const id = setIdOf(batch);
  if (id === null) return sets;
  const { [id]: known, ...others } = sets;
  const set = { size: batch.size, parts: { ...known?.parts, [batch.index]: address } };
  const newest = Object.entries(others).slice(1 - MOST_SETS);
  return { ...Object.fromEntries(newest), [id]: set };
}

export function withoutSet(sets: KeptSets, id: string): KeptSets {
  const { [id]: _, ...others } = sets;
  return others;
}

export function progressOf(id: string, { size, parts }: KeptSet): SetProgress {
  const places = Array.from({ length: size }, (_, at) => at + 1);
  const isHere = (place: number) => Object.hasOwn(parts, String(place - 1));
  return { id, size, read: places.filter(isHere), missing: places.filter((place) => !isHere(place)) };
}

/** In the order of the export. */
export function addressesOf({ size, parts }: KeptSet): string[] {
  return Array.from({ length: size }, (_, at) => parts[at]).filter((part) => part !== undefined);
}
