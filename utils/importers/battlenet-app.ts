/** The preferences of the Battle.net app on Android. Source: Aegis, `BattleNetImporter.java`. */
import { decodeHex } from '../encoding/hex.ts';
import { Fault } from '../fault.ts';
import { checkedOtp } from '../otp/checked-otp.ts';
import { readSecret } from '../otp/secret-text.ts';
import { entryOf, readEach } from './entries.ts';
import type { Importer } from './importer.ts';
import { elementsIn, type MarkupElement, textOf } from './markup.ts';

/** In the app itself, the same for everybody: it hides nothing. */
const MASK = decodeHex(
  '398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a',
);

/** The older app keeps both in one value: forty hex digits of secret, then the serial. */
const SECRET_DIGITS = 40;

export const battlenetApp: Importer = {
  id: 'battlenet',
  name: 'Battle.net',

  recognises: ({ xml }) => NAMES.some((name) => preference(xml, name) !== undefined),

  read({ xml }) {
    const [secret, both] = NAMES.map((name) => preference(xml, name));
    return readEach([secret ?? both ?? ''], 'map', (masked) => {
      const text = unmasked(masked);
      return entryOf({
        service: 'Battle.net',
        login: unmasked(preference(xml, 'AUTHENTICATOR_SERIAL') ?? '') || text.slice(SECRET_DIGITS),
        otp: checkedOtp({
          kind: 'totp',
          secretBase32: readSecret(text.slice(0, SECRET_DIGITS), 'hex'),
          hash: 'SHA1',
          digits: 8,
          periodSeconds: 30,
        }),
      });
    });
  },
};

const NAMES = ['AUTHENTICATOR_DEVICE_SECRET', 'AUTH_STORE.HASH'];

function preference(xml: MarkupElement | null, name: string): string | undefined {
  if (xml?.name !== 'map') return undefined;
  const entry = elementsIn(xml, 'string').find(({ attributes }) => attributes.name?.endsWith(`.${name}`));
  return entry && textOf(entry);
}

function unmasked(hex: string): string {
  try {
    return String.fromCharCode(
      ...decodeHex(hex)
        .slice(0, MASK.length)
        .map((byte, at) => byte ^ (MASK[at] ?? 0)),
    );
  } catch {
    throw new Fault('otp/malformed-secret');
  }
}
