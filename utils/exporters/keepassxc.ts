/** KeePassXC's CSV, which KeePassXC imports with its own column for the code. Source: keepassxc, `CsvExporter.cpp`, `totp.cpp`. */
import Papa from 'papaparse';
import { writeOtpUri } from '../otp/uri.ts';
import { COMMON_HASHES, carrying } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

/** It counts nothing up: there is no HOTP. */
const LIMITS = {
  kinds: ['totp', 'steam'],
  hashes: COMMON_HASHES,
  digits: [6, 10],
  periodsSeconds: null,
  // Until 2.7.4 (Debian 12) it takes every longer one for 60, and shows a wrong code without a word.
  mostPeriodSeconds: 60,
} as const;
const COLUMNS = ['Group', 'Title', 'Username', 'Password', 'URL', 'Notes', 'TOTP'];
const TOP_GROUP = 'Root';

export const keepassxc: Exporter = {
  id: 'keepassxc',
  name: 'KeePassXC',
  form: 'file',
  carry: carrying(LIMITS, ['note', 'firstTag', 'firstSite']),
  write: (entries) => [
    {
      name: 'keepassxc.csv',
      mediaType: 'text/csv',
      text: `${Papa.unparse([COLUMNS, ...entries.map(rowOf)], { quotes: true, newline: '\n' })}\n`,
    },
  ],
};

function rowOf(entry: ExportEntry): string[] {
  const [site] = entry.sites;
  const group = [TOP_GROUP, ...entry.tags].join('/');
  return [group, entry.service, entry.login, '', site ? `https://${site}` : '', entry.note, addressOf(entry)];
}

/** Steam is a way of writing the code, there. */
function addressOf(entry: ExportEntry): string {
  if (entry.otp.kind !== 'steam') return writeOtpUri({ ...entry, extra: {} });
  const totp = { ...entry, otp: { ...entry.otp, kind: 'totp' }, extra: { encoder: 'steam' } };
  return writeOtpUri(totp);
}
