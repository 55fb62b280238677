/** What another app would make of a file of ours, by `other-readers.py`: the rules of that app's own reader, and none of our code. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Elsewhere {
  readonly service: string;
  readonly login: string;
  readonly kind: string;
  /** At `ELSEWHERE_MS`. */
  readonly code: string;
  readonly counter: number | null;
}

export const ELSEWHERE_MS = 1_700_000_000_000;

/** @param exporter its id. @throws Error when the file breaks a rule of the app. */
export function readElsewhere(exporter: string, text: string): Elsewhere[] {
  const reader = join(import.meta.dirname, '../tools/other-readers.py');
  return JSON.parse(execFileSync('python3', [reader, exporter], { input: text, encoding: 'utf8' }));
}
