/** Counter-based codes: RFC 4226. */
import * as v from 'valibot';
import { hotpText } from './hotp-text.ts';
import type { OtpKind } from './kind.ts';
import { counter, digits, hmacHash, secretBase32 } from './schema-parts.ts';

export const hotp: OtpKind = {
  id: 'hotp',
  moves: 'counter',
  usual: { hash: 'SHA1', digits: 6, counter: 0 },
  fixed: false,
  needsPin: false,
  secretText: 'base32',
  address: 'otpauth://hotp',
  service: '',
  schema: v.object({ kind: v.literal('hotp'), secretBase32, hash: hmacHash, digits, counter }),
  codeAt: (parameters) => ({ text: hotpText(parameters, parameters.counter ?? 0), validUntilMs: null }),
};
