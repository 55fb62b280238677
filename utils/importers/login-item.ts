/** One login of a password manager with its code: an address of one, or only the secret. Shared by all that keep codes so. */
import { readOtpauthUri } from '../otp/otpauth-uri.ts';
import { entryOf, entryOfDraft } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry } from './importer.ts';

/**
 * @param known what the login says of itself. Its names count where the address has none: of an address with any name,
 *   only that one.
 * @throws Fault `otp/…`.
 */
export function entryOfCode(code: string, known: Partial<ImportEntry>): ImportEntry {
  const text = code.trim();
  const draft = /^[a-z-]+:\/\//i.test(text) ? readOtpauthUri(text) : null;
  if (draft === null) return entryOf({ ...known, otp: readForeignOtp({ kind: 'totp', secret: text }) });
  // An address that holds the secret and nothing else gets its service from its kind; the owner's own name says more.
  const isBare = !/^otpauth:/i.test(text) && draft.login === '' && !text.includes('?');
  const named = isBare ? { ...draft, service: known.service || draft.service } : draft;
  const isNamed = !isBare && (draft.service !== '' || draft.login !== '');
  return entryOfDraft(named, isNamed ? { ...known, service: '', login: '' } : known);
}

/** Several addresses in one field. */
export function sitesIn(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((site) => site.trim())
    .filter((site) => site !== '');
}
