/** Makes, reads, splits and joins recovery keys away from the page: its bundles never reach cryptography. */
import { recipientOfRecoveryKey, recoveryKeyOfText } from '../backup/recovery-identity.ts';
import { RECOVERY_KEY_BYTES, readRecoveryKey, writeRecoveryKey } from '../crypto/recovery-key.ts';
import {
  combineShares,
  readShare,
  SET_BYTES,
  type Share,
  type ShareFacts,
  splitKey,
} from '../crypto/shares.ts';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';
import { Fault } from '../fault.ts';
import { answerOnce } from './one-question-worker.ts';

export type RecoveryKeyQuestion =
  | { readonly want: 'new' }
  | { readonly want: 'read' | 'adopt'; readonly text: string }
  /** Without a key, of a new one. */
  | {
      readonly want: 'split';
      readonly keyBase64: string | null;
      readonly threshold: number;
      readonly count: number;
      readonly fingerprint: string;
    }
  | { readonly want: 'share'; readonly text: string }
  | { readonly want: 'join'; readonly texts: readonly string[] };

export interface NewRecoveryKey {
  readonly keyBase64: string;
  readonly groups: readonly string[];
  readonly recipient: string;
}

export interface NewShares {
  readonly keyBase64: string;
  readonly recipient: string;
  readonly set: string;
  /** The groups of each. */
  readonly shares: readonly (readonly string[])[];
}

answerOnce<RecoveryKeyQuestion>(async (question) => {
  switch (question.want) {
    case 'new':
      return described(freshBytes(RECOVERY_KEY_BYTES));
    case 'read':
      return encodeBase64(recoveryKeyOfText(question.text));
    case 'adopt':
      return adopted(question.text);
    case 'split':
      return sharesFor(question);
    case 'share':
      return factsOf(shareOfText(question.text));
    case 'join':
      return described(await joined(question.texts.map(shareOfText)));
  }
});

const freshBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

async function described(key: Uint8Array): Promise<NewRecoveryKey> {
  return {
    keyBase64: encodeBase64(key),
    groups: writeRecoveryKey(key),
    recipient: await recipientOfRecoveryKey(key),
  };
}

async function adopted(text: string) {
  const reading = readRecoveryKey(text);
  if (reading.outcome !== 'read') return null;
  return { keyBase64: encodeBase64(reading.key), recipient: await recipientOfRecoveryKey(reading.key) };
}

async function sharesFor(question: RecoveryKeyQuestion & { want: 'split' }): Promise<NewShares> {
  const { keyBase64, threshold, count, fingerprint } = question;
  const key = keyBase64 === null ? freshBytes(RECOVERY_KEY_BYTES) : decodeBase64(keyBase64);
  const set = freshBytes(SET_BYTES);
  return {
    keyBase64: encodeBase64(key),
    recipient: await recipientOfRecoveryKey(key),
    set: encodeHex(set),
    shares: await splitKey(key, { threshold, count, fingerprint, set }),
  };
}

function shareOfText(text: string): Share {
  const reading = readShare(text);
  if (reading.outcome === 'read') return reading.share;
  if (reading.outcome === 'typo') throw new Fault('vault/recovery-typo', reading.groups.join(', '));
  if (reading.outcome === 'length') throw new Fault('vault/recovery-length', String(reading.characters));
  throw new Fault('vault/share-unknown');
}

/** What it holds stays here. */
const factsOf = ({ point: _, ...facts }: Share): ShareFacts => facts;

async function joined(shares: readonly Share[]): Promise<Uint8Array> {
  const combined = await combineShares(shares);
  if (combined.outcome === 'key') return combined.key;
  throw combined.outcome === 'mixed'
    ? new Fault('vault/shares-mixed', combined.numbers.join(', '))
    : new Fault('vault/shares-too-few', String(combined.missing));
}
