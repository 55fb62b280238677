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

export const battlenetApp: Importer = {
  id: 'battlenet',
  name: 'Battle.net',

  recognises: ({ xml }) => preference(xml, 'AUTHENTICATOR_DEVICE_SECRET') !== undefined,

  read({ xml }) {
    const secret = preference(xml, 'AUTHENTICATOR_DEVICE_SECRET') ?? '';
    return readEach([secret], 'map', (masked) =>
      entryOf({
        service: 'Battle.net',
        login: unmasked(preference(xml, 'AUTHENTICATOR_SERIAL') ?? ''),
        otp: checkedOtp({
          kind: 'totp',
          secretBase32: readSecret(unmasked(masked), 'hex'),
          hash: 'SHA1',
          digits: 8,
          periodSeconds: 30,
        }),
      }),
    );
  },
};

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
