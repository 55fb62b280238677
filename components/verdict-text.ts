/** Why a field was left alone, in words. What a page reports is not believed to be one of ours. */
import type { Verdict } from '../utils/autofill/field.ts';
import type { MessageKey } from './text/i18n.ts';

const WORDS: Readonly<Record<Verdict, MessageKey>> = {
  recovery: 'why.recovery',
  otherField: 'why.otherField',
  newPassword: 'why.password',
  search: 'why.search',
  copy: 'why.copy',
  captcha: 'why.captcha',
  otherTrade: 'why.otherTrade',
  key: 'why.key',
  newSecret: 'why.newSecret',
  password: 'why.password',
  puzzle: 'why.puzzle',
  noWords: 'why.noWords',
  weakWords: 'why.weakWords',
  slices: 'why.slices',
  pin: 'why.pin',
  little: 'why.little',
};

export const VERDICTS = Object.keys(WORDS) as readonly Verdict[];

export function verdictKey(verdict: string): MessageKey {
  return Object.hasOwn(WORDS, verdict) ? WORDS[verdict as Verdict] : 'why.little';
}
