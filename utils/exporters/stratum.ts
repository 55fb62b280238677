/** Stratum, plain. Source: doc/BACKUP_FORMAT.md and the models in stratumauth/app. */
import { sha1 } from '@noble/hashes/legacy.js';
import { decodeBase32 } from '../encoding/base32.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { COMMON_HASHES, carriedEntry } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

/** By their numbers in the file. */
const TYPES = ['', 'hotp', 'totp', 'motp', 'steam', 'yandex'];
const LIMITS = { kinds: TYPES, hashes: COMMON_HASHES, digits: [6, 10], periodsSeconds: null } as const;
const MOST_ISSUER = 32;
const MOST_USERNAME = 40;

export const stratum: Exporter = {
  id: 'stratum',
  name: 'Stratum',
  form: 'file',

  /** The secret is what it knows an account by: of two with the same one it keeps the first. */
  carry(entries) {
    const seen = new Set<string>();
    return entries.map((entry) => {
      const carried = carriedEntry(entry, LIMITS, ['tags']);
      if (carried === null || seen.has(entry.otp.secretBase32)) return null;
      seen.add(entry.otp.secretBase32);
      // It takes no account without an issuer.
      const service = (entry.service || entry.login || '?').slice(0, MOST_ISSUER).trim();
      return { ...carried, service, login: entry.login.slice(0, MOST_USERNAME).trim() };
    });
  },

  write(entries) {
    const categories = [...new Set(entries.flatMap(({ tags }) => tags))];
    const file = {
      Authenticators: entries.map(authenticatorOf),
      Categories: categories.map((name, Ranking) => ({ Id: idOf(name), Name: name, Ranking })),
      AuthenticatorCategories: entries.flatMap((entry) =>
        entry.tags.map((tag) => ({
          CategoryId: idOf(tag),
          AuthenticatorSecret: secretOf(entry),
          Ranking: 0,
        })),
      ),
      CustomIcons: [],
    };
    return [{ name: 'accounts.stratum', mediaType: 'application/json', text: JSON.stringify(file) }];
  },
};

function authenticatorOf(entry: ExportEntry, Ranking: number) {
  const { service, login, otp } = entry;
  return {
    Type: TYPES.indexOf(otp.kind),
    Icon: null,
    Issuer: service,
    Username: login,
    Secret: secretOf(entry),
    Pin: otp.pin ?? null,
    // Of kinds with a fixed hash it is not looked at.
    Algorithm: Math.max(0, (COMMON_HASHES as readonly string[]).indexOf(otp.hash)),
    Digits: otp.digits,
    Period: otp.periodSeconds ?? 30,
    Counter: otp.counter ?? 0,
    CopyCount: 0,
    Ranking,
  };
}

/** mOTP's is kept as it is typed. */
function secretOf({ otp }: ExportEntry): string {
  return otp.kind === 'motp' ? encodeHex(decodeBase32(otp.secretBase32)) : otp.secretBase32;
}

function idOf(name: string): string {
  return encodeHex(sha1(encodeUtf8(name))).slice(0, 8);
}
