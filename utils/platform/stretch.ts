/** How our pages turn a passphrase into a key. It happens in a worker that is gone afterwards; only the key leaves it. */
import type { Kdf } from '../crypto/stretch.ts';
import { askOnce } from './one-question-worker.ts';
import type { StretchQuestion } from './stretch.worker.ts';

/**
 * Measures this machine, about a second of work, and draws a new salt: for a new vault or a new passphrase.
 *
 * @throws Fault `vault/kdf-out-of-memory`.
 */
export function chooseKdf(): Promise<Kdf> {
  return ask<Kdf>({ want: 'kdf' });
}

/**
 * @returns 32 bytes as base64.
 * @throws Fault `vault/kdf-refused` (empty or too long a passphrase, settings out of bounds), `vault/kdf-out-of-memory`.
 */
export function stretchPassphrase(passphrase: string, kdf: Kdf): Promise<string> {
  return ask<string>({ want: 'kek', passphrase, kdf });
}

function ask<A>(question: StretchQuestion): Promise<A> {
  const worker = new Worker(new URL('./stretch.worker.ts', import.meta.url), { type: 'module' });
  return askOnce<A>(worker, question);
}
