/** Recovery keys for our pages: made once, shown once, and read back from what a person typed. */
import { askOnce } from './one-question-worker.ts';
import type { NewRecoveryKey, RecoveryKeyQuestion } from './recovery-key.worker.ts';

export type { NewRecoveryKey } from './recovery-key.worker.ts';

export function makeRecoveryKey(): Promise<NewRecoveryKey> {
  return ask<NewRecoveryKey>({ want: 'new' });
}

/**
 * @returns the key as base64.
 * @throws Fault `vault/recovery-typo` (detail: the numbers of the groups that hold a typo), `vault/recovery-length`.
 */
export function readRecoveryKeyText(text: string): Promise<string> {
  return ask<string>({ want: 'read', text });
}

/** @returns null for a key that is none of ours on paper, such as an age identity. */
export function adoptRecoveryKey(
  text: string,
): Promise<{ readonly keyBase64: string; readonly recipient: string } | null> {
  return ask({ want: 'adopt', text });
}

function ask<A>(question: RecoveryKeyQuestion): Promise<A> {
  const worker = new Worker(new URL('./recovery-key.worker.ts', import.meta.url), { type: 'module' });
  return askOnce<A>(worker, question);
}
