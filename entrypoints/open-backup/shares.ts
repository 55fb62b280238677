/** Shares of the recovery key, given one after another in the same field until they are enough. */
import { writeRecoveryKey } from '../../utils/crypto/recovery-key.ts';
import { combineShares, readShare, type Share } from '../../utils/crypto/shares.ts';
import { say } from './words.ts';

let given: readonly Share[] = [];

export type Given = { readonly secret: string } | { readonly wanted: string };

/** @returns what opens, or words for what is still wanted. A text that is no share is taken as it is. */
export async function secretOf(text: string): Promise<Given> {
  const reading = readShare(text);
  if (reading.outcome === 'typo')
    return { wanted: say('opener.shareTypo', { groups: reading.groups.join(', ') }) };
  if (reading.outcome !== 'read') return { secret: text };
  const { number, count } = reading.share;
  const combined = await combineShares([...given, reading.share]);
  if (combined.outcome === 'mixed') return { wanted: say('opener.shareForeign', { number }) };
  given = combined.outcome === 'too-few' ? [...given, reading.share] : [];
  return combined.outcome === 'key'
    ? { secret: writeRecoveryKey(combined.key).join('-') }
    : { wanted: say('opener.share', { number, of: count, missing: combined.missing }) };
}
