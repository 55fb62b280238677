/** Recovery keys for our pages: made once, shown once, read back from what a person typed, and given out in shares. */
import type { ShareFacts } from '../crypto/shares.ts';
import { askOnce } from './one-question-worker.ts';
import type { NewRecoveryKey, NewShares, RecoveryKeyQuestion } from './recovery-key.worker.ts';

export type { ShareFacts } from '../crypto/shares.ts';
export type { NewRecoveryKey, NewShares } from './recovery-key.worker.ts';

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

interface SplitPlan {
  /** Null: of a new key. */
  readonly keyBase64: string | null;
  readonly threshold: number;
  readonly count: number;
  /** Of the vault. */
  readonly fingerprint: string;
}

export function makeShares(plan: SplitPlan): Promise<NewShares> {
  return ask<NewShares>({ want: 'split', ...plan });
}

/** @throws Fault `vault/recovery-typo`, `vault/recovery-length`, `vault/share-unknown`. */
export function readShareText(text: string): Promise<ShareFacts> {
  return ask<ShareFacts>({ want: 'share', text });
}

/** @throws as `readShareText`, and Fault `vault/shares-mixed`, `vault/shares-too-few`. */
export function joinShares(texts: readonly string[]): Promise<NewRecoveryKey> {
  return ask<NewRecoveryKey>({ want: 'join', texts });
}

function ask<A>(question: RecoveryKeyQuestion): Promise<A> {
  const worker = new Worker(new URL('./recovery-key.worker.ts', import.meta.url), { type: 'module' });
  return askOnce<A>(worker, question);
}
