/** Time-based codes: RFC 6238, with the parameters of the otpauth address format. */
import * as v from 'valibot';
import { hotpText, stepOf } from './hotp-text.ts';
import type { OtpKind } from './kind.ts';
import { digits, hmacHash, periodSeconds, secretBase32 } from './schema-parts.ts';

export const totp: OtpKind = {
  id: 'totp',
  moves: 'time',
  usual: { hash: 'SHA1', digits: 6, periodSeconds: 30 },
  fixed: false,
  needsPin: false,
  secretText: 'base32',
  address: 'otpauth://totp',
  service: '',
  schema: v.object({ kind: v.literal('totp'), secretBase32, hash: hmacHash, digits, periodSeconds }),
  codeAt(parameters, nowMs) {
    const { step, validUntilMs } = stepOf(parameters, nowMs);
    return { text: hotpText(parameters, step), validUntilMs };
  },
};
