/** Stretches passphrases away from the page, which would freeze for a second otherwise. */

import { type Kdf, passphraseBytes, SALT_BYTES, type StretchCost, stretch } from '../crypto/stretch.ts';
import { calibrate } from '../crypto/stretch-calibration.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { answerOnce } from './one-question-worker.ts';

export type StretchQuestion =
  | { readonly want: 'kdf' }
  | { readonly want: 'kek'; readonly passphrase: string; readonly kdf: Kdf };

answerOnce<StretchQuestion>(async (question) => {
  if (question.want === 'kdf') return withSalt(await calibrate(timeMs));
  return encodeBase64(await stretch(passphraseBytes(question.passphrase), question.kdf));
});

function withSalt(cost: StretchCost): Kdf {
  return {
    algorithm: 'argon2id',
    ...cost,
    saltBase64: encodeBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))),
  };
}

async function timeMs(cost: StretchCost): Promise<number> {
  const startMs = performance.now();
  await stretch(passphraseBytes('how fast is this machine'), withSalt(cost));
  return performance.now() - startMs;
}
