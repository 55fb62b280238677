/** Steam Guard: the number of RFC 6238 written in five letters and digits. Source: KeePassXC, src/totp/totp.cpp. */
import * as v from 'valibot';
import { hotpText, stepOf } from './hotp-text.ts';
import type { OtpKind } from './kind.ts';
import { secretBase32 } from './schema-parts.ts';

const LETTERS = '23456789BCDFGHJKMNPQRTVWXY';

export const steam: OtpKind = {
  id: 'steam',
  moves: 'time',
  usual: { hash: 'SHA1', digits: 5, periodSeconds: 30 },
  fixed: true,
  needsPin: false,
  secretText: 'base32',
  address: 'otpauth://steam',
  bareAddress: 'steam://',
  service: 'Steam',
  schema: v.object({
    kind: v.literal('steam'),
    secretBase32,
    hash: v.literal('SHA1'),
    digits: v.literal(5),
    periodSeconds: v.literal(30),
  }),
  codeAt(parameters, nowMs) {
    const { step, validUntilMs } = stepOf(parameters, nowMs);
    // Ten digits hold the whole 31-bit number.
    let number = Number(hotpText({ ...parameters, digits: 10 }, step));
    let text = '';
    for (let place = 0; place < parameters.digits; place += 1) {
      text += LETTERS.charAt(number % LETTERS.length);
      number = Math.floor(number / LETTERS.length);
    }
    return { text, validUntilMs };
  },
};
