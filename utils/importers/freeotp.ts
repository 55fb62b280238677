/** FreeOTP 1 and FreeOTP+ as their files stand on the phone, and FreeOTP+'s JSON export. Source: FreeOtpImporter, FreeOtpPlusImporter in Aegis. */

import { readEach } from './entries.ts';
import { entryOfToken, isToken, signedBytes } from './freeotp-token.ts';
import type { Importer } from './importer.ts';
import { readJson } from './json.ts';
import { type Fields, fieldOf, fieldsOf, listOf } from './shape.ts';
import { sharedPrefsOf } from './shared-prefs.ts';

export const freeotp: Importer = {
  id: 'freeotp',
  name: 'FreeOTP',
  recognises(file) {
    const prefs = sharedPrefsOf(file);
    return prefs !== null && [...prefs.values()].some((text) => isToken(parsed(text)));
  },
  read(file) {
    const tokens = [...(sharedPrefsOf(file) ?? [])].filter(([name]) => name !== 'tokenOrder');
    return readEach(
      tokens,
      'map',
      ([, text]) => entryOf(fieldsOf(parsed(text))),
      ([name]) => name,
    );
  },
};

export const freeotpPlus: Importer = {
  id: 'freeotp-plus',
  name: 'FreeOTP+',
  recognises: ({ json }) => listOf(fieldOf(json, 'tokens')).some(isToken),
  read: ({ json }) =>
    readEach(
      listOf(fieldOf(json, 'tokens')),
      'tokens',
      (token) => entryOf(fieldsOf(token)),
      (token) => fieldOf(token, 'issuerExt') || fieldOf(token, 'label'),
    ),
};

const parsed = (text: string): unknown => readJson(text)?.value;

const entryOf = (token: Fields) => entryOfToken(token, signedBytes(token.secret), true);
