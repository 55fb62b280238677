/** Aegis, plain: version 1 of the file, version 3 of the database. Source: docs/vault.md in beemdevelopment/Aegis. */
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { COMMON_HASHES, carrying } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

const LIMITS = {
  kinds: ['totp', 'hotp', 'steam', 'motp', 'yandex'],
  hashes: COMMON_HASHES,
  digits: [4, 10],
  periodsSeconds: null,
} as const;

export const aegis: Exporter = {
  id: 'aegis',
  name: 'Aegis',
  form: 'file',
  carry: carrying(LIMITS, ['note', 'tags', 'pinned']),
  write(entries) {
    const groups = [...new Set(entries.flatMap(({ tags }) => tags))].map((name) => ({
      uuid: uuidOf(name),
      name,
    }));
    const file = {
      version: 1,
      header: { slots: null, params: null },
      db: { version: 3, entries: entries.map(entryOf), groups, icons_optimized: true },
    };
    return [{ name: 'aegis.json', mediaType: 'application/json', text: JSON.stringify(file, null, 4) }];
  },
};

function entryOf({ service, login, otp, note, tags, pinned }: ExportEntry, at: number) {
  return {
    type: otp.kind,
    uuid: uuidOf(`${at} ${otp.secretBase32}`),
    name: login,
    issuer: service,
    note,
    favorite: pinned,
    icon: null,
    info: {
      secret: otp.secretBase32,
      algo: otp.hash,
      digits: otp.digits,
      ...(otp.periodSeconds === undefined ? {} : { period: otp.periodSeconds }),
      ...(otp.counter === undefined ? {} : { counter: otp.counter }),
      ...(otp.pin === undefined ? {} : { pin: otp.pin }),
    },
    groups: tags.map(uuidOf),
  };
}

/** From what it names, so that the same accounts give the same file. */
function uuidOf(name: string): string {
  const hex = encodeHex(sha256(encodeUtf8(name)));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
