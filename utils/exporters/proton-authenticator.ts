/** Proton Authenticator, plain. Source: proton-authenticator/src/entry/exporter.rs in protonpass/proton-pass-common. */
import { writeOtpUri } from '../otp/uri.ts';
import { COMMON_HASHES, carriedEntry } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

/** It counts nothing up: there is no HOTP. */
const LIMITS = {
  kinds: ['totp', 'steam'],
  hashes: COMMON_HASHES,
  digits: [4, 10],
  periodsSeconds: null,
} as const;

export const protonAuthenticator: Exporter = {
  id: 'proton-authenticator',
  name: 'Proton Authenticator',
  form: 'file',
  /** A Steam entry has one name, and its service is Steam. */
  carry: (entries) =>
    entries.map((entry) => {
      const carried = carriedEntry(entry, LIMITS, ['note']);
      return carried?.otp.kind === 'steam' ? { ...carried, service: 'Steam' } : carried;
    }),
  write(entries) {
    const file = { version: 1, entries: entries.map(entryOf) };
    return [{ name: 'proton-authenticator.json', mediaType: 'application/json', text: JSON.stringify(file) }];
  },
};

function entryOf(entry: ExportEntry, at: number) {
  const isSteam = entry.otp.kind === 'steam';
  return {
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    content: {
      uri: isSteam ? `steam://${entry.otp.secretBase32}` : writeOtpUri({ ...entry, extra: {} }),
      entry_type: isSteam ? 'Steam' : 'Totp',
      name: entry.login,
    },
    note: entry.note === '' ? null : entry.note,
  };
}
