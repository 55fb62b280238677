/**
 * Sets a counter right by codes that another holder of the same key shows: RFC 4226 §7.4, with two codes in a row as E.4
 * recommends, for one alone is met by chance once in a million.
 */

import type { OtpParameters } from './kind.ts';
import { codeOf, kindOf } from './kinds.ts';

/** Far more than anybody presses a button in vain; about 50 ms of work. */
const AHEAD = 5000;
/** A restored backup or a token used alone may have left ours in front. */
const BACK = 1000;

/**
 * @param shown codes that followed one another, the older first; separators do not matter.
 * @returns the counter of the code after them; null where no two codes of this key follow one another like that.
 */
export function counterAfter(otp: OtpParameters, shown: readonly [string, string]): number | null {
  if (kindOf(otp).moves !== 'counter') return null;
  const [older, newer] = shown.map((code) => code.replace(/[\s-]/g, ''));
  const start = otp.counter ?? 0;
  const textAt = (counter: number) => codeOf({ ...otp, counter }, 0).text;
  for (const counter of nearestFirst(start)) {
    if (textAt(counter) === older && textAt(counter + 1) === newer) return counter + 2;
  }
  return null;
}

/** Forward first: that is how counters come apart. */
function* nearestFirst(start: number): Generator<number> {
  for (let counter = start; counter <= start + AHEAD; counter += 1) yield counter;
  for (let counter = start - 1; counter >= Math.max(0, start - BACK); counter -= 1) yield counter;
}
