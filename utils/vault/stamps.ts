/**
 * When each register of a record was last written, and where: a hybrid logical clock (Kulkarni et al. 2014), kept from
 * version 1 on so that two devices can merge later without a migration. Text order is time order.
 */
import { canonical } from '../encoding/canonical.ts';

/** Register name → stamp. */
export type Stamps = Readonly<Record<string, string>>;

const WALL_DIGITS = 9;
const COUNT_DIGITS = 4;

/** @param last the latest stamp this device made or saw; '' for none. @returns a later one. */
export function nextStamp(last: string, nowMs: number, deviceId: string): string {
  const lastWall = wallOf(last);
  const lastCount = Number.parseInt(last.slice(WALL_DIGITS + 1, WALL_DIGITS + 1 + COUNT_DIGITS) || '0', 36);
  const wall = Math.max(nowMs, lastWall);
  const count = wall === lastWall ? lastCount + 1 : 0;
  return `${wall.toString(36).padStart(WALL_DIGITS, '0')}-${count.toString(36).padStart(COUNT_DIGITS, '0')}-${deviceId}`;
}

/** @returns the latest time that any device of this vault has seen, in milliseconds; 0 for none. It never goes back. */
export const wallOf = (stamp: string): number => Number.parseInt(stamp.slice(0, WALL_DIGITS) || '0', 36);

/** Registers are the fields of a record; of a list of things with an id, each thing is one. */
function registersOf(body: unknown): Map<string, string> {
  const registers = new Map<string, string>();
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return registers.set('', canonical(body));
  for (const [field, held] of Object.entries(body)) {
    if (Array.isArray(held) && held.length > 0 && held.every(hasId)) {
      for (const item of held) registers.set(`${field}/${item.id}`, canonical(item));
    } else registers.set(field, canonical(held));
  }
  return registers;
}

function hasId(item: unknown): item is { id: string } {
  return typeof item === 'object' && item !== null && typeof (item as { id?: unknown }).id === 'string';
}

/** @returns the stamps after this edit: the new one on each register that changed or went. */
export function stampsAfter(before: unknown, after: unknown, stamps: Stamps, stamp: string): Stamps {
  const old = before === undefined ? new Map<string, string>() : registersOf(before);
  const fresh = registersOf(after);
  const result: Record<string, string> = { ...stamps };
  for (const name of new Set([...old.keys(), ...fresh.keys()])) {
    if (old.get(name) !== fresh.get(name)) result[name] = stamp;
  }
  return result;
}
