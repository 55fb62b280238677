/** "2FA" by wuzf, a self-hosted manager: its own JSON. (Its files for other apps are read as those apps' files.) */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { entryOf, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry, Importer } from './importer.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');

const secretShape = v.looseObject({
  name: text,
  account: text,
  type: v.optional(v.string(), 'TOTP'),
  secret: v.optional(v.unknown()),
  algorithm: v.optional(v.unknown()),
  digits: v.optional(v.unknown()),
  period: v.optional(v.unknown()),
  counter: v.optional(v.unknown()),
});
const exportShape = v.looseObject({ secrets: v.array(v.unknown()), exportDate: v.string() });

export const twoFaWorker: Importer = {
  id: '2fa-worker',
  name: '2FA',

  recognises: ({ json }) => v.is(exportShape, json),

  read({ json }) {
    const parsed = v.safeParse(exportShape, json);
    if (!parsed.success) throw new Fault('import/malformed', 'secrets');
    return readEach(
      parsed.output.secrets,
      'secrets',
      readEntry,
      (entry) => (entry as { name?: unknown } | null)?.name,
    );
  },
};

function readEntry(entry: unknown): ImportEntry {
  const parsed = v.safeParse(secretShape, entry);
  if (!parsed.success) throw new Fault('import/malformed', 'entry');
  const { name, account, type, secret, algorithm, digits, period, counter } = parsed.output;
  const otp = { kind: type, secret, hash: algorithm, digits, periodSeconds: period, counter };
  return entryOf({ service: name, login: account, otp: readForeignOtp(otp) });
}
