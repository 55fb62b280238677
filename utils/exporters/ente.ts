/** Ente Auth, plain: addresses with what the app hangs on them. Source: mobile/apps/auth/lib/models/code_display.dart in ente/ente. */
import { writeOtpUri } from '../otp/uri.ts';
import { COMMON_HASHES, carrying } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

const LIMITS = {
  kinds: ['totp', 'hotp', 'steam'],
  hashes: COMMON_HASHES,
  digits: [4, 10],
  periodsSeconds: null,
} as const;

export const ente: Exporter = {
  id: 'ente',
  name: 'Ente Auth',
  form: 'file',
  carry: carrying(LIMITS, ['note', 'tags', 'pinned']),
  write: (entries) => [
    {
      name: 'ente-auth.txt',
      mediaType: 'text/plain',
      text: entries.map((entry, at) => `${lineOf(entry, at)}\n`).join(''),
    },
  ],
};

function lineOf(entry: ExportEntry, position: number): string {
  const { note, tags, pinned } = entry;
  const display = { pinned, trashed: false, lastUsedAt: 0, tapCount: 0, tags, note, position };
  return writeOtpUri({ ...entry, extra: { codeDisplay: JSON.stringify(display) } });
}
