/** All languages of messages, together: a message may mix them. */
import { japanese, korean, southeast } from './asian.ts';
import { chinese } from './chinese.ts';
import { semitic, slavic } from './eastern.ts';
import { english } from './english.ts';
import type { SmsLanguage } from './language.ts';
import { german, romance } from './western.ts';

export const LANGUAGES: readonly SmsLanguage[] = [
  chinese,
  english,
  japanese,
  korean,
  german,
  romance,
  slavic,
  semitic,
  southeast,
];
