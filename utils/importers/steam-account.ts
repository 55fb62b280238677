/** Steam's authenticator as Steam's own app, Steam Desktop Authenticator and WinAuth write it. */
import * as v from 'valibot';
import { encodeBase32 } from '../encoding/base32.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { Fault } from '../fault.ts';
import { entryOf } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry } from './importer.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');

/** `shared_secret` is the secret itself; the one in `uri` is another, or a placeholder. */
const accountShape = v.looseObject({ shared_secret: v.string(), account_name: text, revocation_code: text });

export function isSteamAccount(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'shared_secret' in value && 'account_name' in value;
}

/** The revocation code is what takes the authenticator off again when the device is lost. @throws Fault. */
export function readSteamAccount(value: unknown, known: Partial<ImportEntry> = {}): ImportEntry {
  const parsed = v.safeParse(accountShape, value);
  if (!parsed.success) throw new Fault('import/malformed', 'shared_secret');
  const { shared_secret, account_name, revocation_code } = parsed.output;
  return entryOf({
    ...known,
    service: 'Steam',
    login: account_name || known.login || '',
    otp: readForeignOtp({ kind: 'steam', secret: encodeBase32(bytesIn(shared_secret)) }),
    recoveryCodes: revocation_code === '' ? [] : [revocation_code],
  });
}

function bytesIn(secret: string): Uint8Array {
  try {
    return decodeBase64(secret);
  } catch (error) {
    if (!isMalformedText(error)) throw error;
    throw new Fault('otp/malformed-secret');
  }
}
