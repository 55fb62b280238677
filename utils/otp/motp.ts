/** Mobile-OTP: MD5 over time, secret and PIN. Source: motp.sourceforge.net, "How it works". */
import { md5 } from '@noble/hashes/legacy.js';
import * as v from 'valibot';
import { decodeBase32 } from '../encoding/base32.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { stepOf } from './hotp-text.ts';
import type { OtpKind } from './kind.ts';
import { pin, secretBase32 } from './schema-parts.ts';

export const motp: OtpKind = {
  id: 'motp',
  moves: 'time',
  usual: { hash: 'MD5', digits: 6, periodSeconds: 10 },
  fixed: true,
  needsPin: true,
  secretText: 'hex',
  address: 'motp:',
  service: '',
  schema: v.object({
    kind: v.literal('motp'),
    secretBase32,
    hash: v.literal('MD5'),
    digits: v.literal(6),
    periodSeconds: v.literal(10),
    pin,
  }),
  codeAt(parameters, nowMs) {
    if (parameters.pin === undefined) throw new Fault('otp/missing-pin');
    const { step, validUntilMs } = stepOf(parameters, nowMs);
    // The secret enters as the text it was typed as: lower-case hex, not its bytes.
    const secretHex = encodeHex(decodeBase32(parameters.secretBase32));
    const digest = md5(encodeUtf8(`${step}${secretHex}${parameters.pin}`));
    return { text: encodeHex(digest).slice(0, parameters.digits), validUntilMs };
  },
};
