/** A text of addresses, one a line: nearly every app reads it. */

import { HASHES } from '../otp/kind.ts';
import { KINDS } from '../otp/kinds.ts';
import { writeOtpUri } from '../otp/uri.ts';
import { carrying } from './carry.ts';
import type { Exporter } from './exporter.ts';

const LIMITS = {
  kinds: KINDS.map(({ id }) => id),
  hashes: HASHES,
  digits: [1, 10],
  periodsSeconds: null,
} as const;

export const otpauthList: Exporter = {
  id: 'otpauth-list',
  name: 'otpauth://',
  form: 'file',
  carry: carrying(LIMITS, []),
  write: (entries) => [
    {
      name: 'accounts.txt',
      mediaType: 'text/plain',
      text: entries.map((entry) => `${writeOtpUri({ ...entry, extra: {} })}\n`).join(''),
    },
  ],
};
