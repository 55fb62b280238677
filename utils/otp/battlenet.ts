/** Battle.net: time-based codes whose every parameter is fixed. Source: Aegis, BattleNetImporter. */
import * as v from 'valibot';
import type { OtpKind } from './kind.ts';
import { secretBase32 } from './schema-parts.ts';
import { totp } from './totp.ts';

export const battlenet: OtpKind = {
  id: 'battlenet',
  moves: 'time',
  usual: { hash: 'SHA1', digits: 8, periodSeconds: 30 },
  fixed: true,
  needsPin: false,
  secretText: 'base32',
  address: 'otpauth://battlenet',
  service: 'Battle.net',
  schema: v.object({
    kind: v.literal('battlenet'),
    secretBase32,
    hash: v.literal('SHA1'),
    digits: v.literal(8),
    periodSeconds: v.literal(30),
  }),
  codeAt: totp.codeAt,
};
