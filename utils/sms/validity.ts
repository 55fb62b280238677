/** How long a message says its code holds. */
import { LANGUAGES } from './words/languages.ts';

const words = (pick: 'minutes' | 'seconds' | 'hours') =>
  LANGUAGES.flatMap((language) => language[pick])
    .sort((a, b) => b.length - a.length)
    .join('|');
const UNITS: readonly (readonly [number, RegExp])[] = (
  [
    [60, 'minutes'],
    [1, 'seconds'],
    [3600, 'hours'],
  ] as const
).map(([seconds, unit]) => [
  seconds,
  new RegExp(`(?<![\\d.,:])(\\d{1,4}) ?-?(?:${words(unit)})(?!\\p{Script=Latin}|\\p{Script=Cyrillic})`, 'u'),
]);
const DAY_SECONDS = 86_400;

/** @param text folded. @returns null when it says nothing. */
export function validSecondsOf(text: string): number | null {
  const found = UNITS.flatMap(([seconds, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ at: match.index, seconds: Number(match[1]) * seconds }] : [];
  });
  const [first] = found.sort((a, b) => a.at - b.at);
  return first && first.seconds > 0 && first.seconds <= DAY_SECONDS ? first.seconds : null;
}
