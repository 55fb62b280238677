/** How well a passphrase stands up to guessing, and one drawn by chance. The word lists load only when asked for. */

export interface Strength {
  /** 0 to 4; 4 is what a vault should have. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly guessesLog10: number;
  /** The last part of a key of `strength.warning.*`, e.g. `topTen`, `keyPattern`; null when there is nothing to warn of. */
  readonly warningKey: string | null;
}

/** Beyond this nothing gets safer, and the estimate would only take longer. */
const LOOKED_AT = 100;
const LEAST_BITS = 66;

/** @param userInputs what a guesser who knows the person would try first: names, addresses, the name of this program. */
export async function strengthOf(passphrase: string, userInputs: readonly string[] = []): Promise<Strength> {
  const estimator = await loadEstimator();
  const { score, guessesLog10, feedback } = estimator.check(
    passphrase.normalize('NFKC').slice(0, LOOKED_AT),
    [...userInputs, 'tallystick', '符契'],
  );
  return { score, guessesLog10, warningKey: feedback.warning };
}

/**
 * Words of the EFF's long list, which was made for this: known to most, hard to mistake for one another, none offensive.
 *
 * @param words 6 give 77 bits.
 * @returns words with hyphens between, which any keyboard and input method types as they are.
 */
export async function suggestPassphrase(words = 6): Promise<string> {
  const list = await loadWords();
  if (words * Math.log2(list.length) < LEAST_BITS) throw new Error('too few words');
  return Array.from({ length: words }, () => list[randomBelow(list.length)]).join('-');
}

let estimator: Promise<{ check: import('@zxcvbn-ts/core').ZxcvbnFactory['check'] }> | undefined;

function loadEstimator() {
  estimator ??= createEstimator();
  return estimator;
}

/** Without translations the library gives keys instead of sentences. */
async function createEstimator() {
  const [{ ZxcvbnFactory }, common, english, { PINYIN }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('./strength-pinyin.ts'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...PINYIN },
    graphs: common.adjacencyGraphs,
  });
}

async function loadWords(): Promise<readonly string[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return dictionary['diceware-common'];
}

/** Draws again instead of taking a remainder, which would favour the first words. */
function randomBelow(limit: number): number {
  const fair = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fair) return drawn % limit;
  }
}
