/** Makes and reads recovery keys away from the page: its bundles never reach cryptography. */
import { recipientOfRecoveryKey, recoveryKeyOfText } from '../backup/recovery-identity.ts';
import { RECOVERY_KEY_BYTES, readRecoveryKey, writeRecoveryKey } from '../crypto/recovery-key.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { answerOnce } from './one-question-worker.ts';

export type RecoveryKeyQuestion =
  | { readonly want: 'new' }
  | { readonly want: 'read' | 'adopt'; readonly text: string };

export interface NewRecoveryKey {
  readonly keyBase64: string;
  readonly groups: readonly string[];
  readonly recipient: string;
}

answerOnce<RecoveryKeyQuestion>(async (question) => {
  if (question.want === 'read') return encodeBase64(recoveryKeyOfText(question.text));
  if (question.want === 'adopt') return adopted(question.text);
  const key = crypto.getRandomValues(new Uint8Array(RECOVERY_KEY_BYTES));
  const made: NewRecoveryKey = {
    keyBase64: encodeBase64(key),
    groups: writeRecoveryKey(key),
    recipient: await recipientOfRecoveryKey(key),
  };
  return made;
});

async function adopted(text: string) {
  const reading = readRecoveryKey(text);
  if (reading.outcome !== 'read') return null;
  return { keyBase64: encodeBase64(reading.key), recipient: await recipientOfRecoveryKey(reading.key) };
}
