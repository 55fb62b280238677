/** Bitwarden, plain JSON. Source: bitwarden/clients, `bitwarden-json-importer.ts`, and `totp.service.ts` for what it computes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { writeOtpUri } from '../otp/uri.ts';
import { COMMON_HASHES, carrying } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

/** It counts nothing up: there is no HOTP. */
const LIMITS = {
  kinds: ['totp', 'steam'],
  hashes: COMMON_HASHES,
  digits: [4, 10],
  periodsSeconds: null,
} as const;

export const bitwarden: Exporter = {
  id: 'bitwarden',
  name: 'Bitwarden',
  form: 'file',
  carry: carrying(LIMITS, ['note', 'firstTag', 'pinned', 'sites']),
  write(entries) {
    const folders = [...new Set(entries.flatMap(({ tags }) => tags))].map((name) => ({
      id: idOf(name),
      name,
    }));
    const file = { encrypted: false, folders, items: entries.map(itemOf) };
    return [{ name: 'bitwarden.json', mediaType: 'application/json', text: JSON.stringify(file, null, 2) }];
  },
};

function itemOf(entry: ExportEntry, at: number) {
  const { service, login, otp, note, tags, pinned, sites } = entry;
  const [tag] = tags;
  return {
    id: idOf(`${at} ${service} ${login}`),
    organizationId: null,
    folderId: tag === undefined ? null : idOf(tag),
    type: 1,
    reprompt: 0,
    name: service || login,
    notes: note === '' ? null : note,
    favorite: pinned,
    login: {
      uris: sites.map((site) => ({ match: null, uri: `https://${site}` })),
      username: login,
      password: null,
      totp: otp.kind === 'steam' ? `steam://${otp.secretBase32}` : writeOtpUri({ ...entry, extra: {} }),
    },
    collectionIds: null,
  };
}

function idOf(name: string): string {
  const hex = encodeHex(sha256(encodeUtf8(name)));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
