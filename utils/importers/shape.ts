/** Loosely typed values from other apps' files, looked at without trusting them. */
import { Fault } from '../fault.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws Fault `import/malformed` for anything but an object. */
export function fieldsOf(value: unknown): Fields {
  if (!isFields(value)) throw new Fault('import/malformed');
  return value;
}

/** The object's own field, so that no name of the prototype is ever met. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Numbers count as text; everything else is empty. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}
