/** A recovery key from a terminal or a file: as it stands, or put together from its shares. */
import { writeRecoveryKey } from '../crypto/recovery-key.ts';
import { combineShares, readShare, type Share } from '../crypto/shares.ts';
import { Fault } from '../fault.ts';

const SHARE_CHARACTERS = 85;
const SEPARATORS = /[\s\-–—_.·]+/gu;

/**
 * @param text a whole key, an age identity, or any number of shares one after another.
 * @param next asks for one more share; null when nobody answers.
 * @throws Fault `vault/recovery-typo`, `vault/share-unknown`, `vault/shares-mixed`, `vault/shares-too-few`.
 */
export async function wholeKey(
  text: string,
  next: (missing: number) => Promise<string | null>,
): Promise<string> {
  const shares = sharesIn(text).map(shareOf);
  while (shares.length > 0) {
    const combined = await combineShares(shares);
    if (combined.outcome === 'key') return writeRecoveryKey(combined.key).join(' ');
    if (combined.outcome === 'mixed') throw new Fault('vault/shares-mixed', combined.numbers.join(', '));
    const more = sharesIn((await next(combined.missing)) ?? '');
    if (more.length === 0) throw new Fault('vault/shares-too-few', String(combined.missing));
    shares.push(...more.map(shareOf));
  }
  return text;
}

/** @returns none for a text that is no run of whole shares. */
function sharesIn(text: string): string[] {
  if (/AGE-SECRET-KEY-1/i.test(text)) return [];
  const characters = [...text.replace(SEPARATORS, '')];
  if (characters.length % SHARE_CHARACTERS !== 0) return [];
  return Array.from({ length: characters.length / SHARE_CHARACTERS }, (_, at) =>
    characters.slice(at * SHARE_CHARACTERS, (at + 1) * SHARE_CHARACTERS).join(''),
  );
}

function shareOf(text: string): Share {
  const reading = readShare(text);
  if (reading.outcome === 'read') return reading.share;
  if (reading.outcome === 'typo') throw new Fault('vault/recovery-typo', reading.groups.join(', '));
  throw new Fault('vault/share-unknown');
}
