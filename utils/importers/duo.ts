/** The accounts of Duo Mobile (`accounts.json`). Source: Aegis, `DuoImporter.java`. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { ImportEntry, Importer } from './importer.ts';

const accountShape = v.looseObject({
  name: v.fallback(v.string(), ''),
  otpGenerator: v.looseObject({ otpSecret: v.optional(v.unknown()), counter: v.optional(v.unknown()) }),
});

export const duo: Importer = {
  id: 'duo',
  name: 'Duo Mobile',

  recognises: ({ json }) => Array.isArray(json) && json.some(isAccount),

  read({ json }) {
    if (!Array.isArray(json)) throw new Fault('import/malformed', 'accounts');
    return readEach(json, 'accounts', readAccount, nameOf);
  },
};

const nameOf = (account: unknown) => (account as { name?: unknown } | null)?.name;

function isAccount(account: unknown): boolean {
  return typeof account === 'object' && account !== null && 'accountType' in account && 'name' in account;
}

/** Accounts that only approve with a tap have no code to take along. */
function readAccount(account: unknown): ImportEntry {
  const parsed = v.safeParse(accountShape, account);
  if (!parsed.success) throw new Fault('import/no-code');
  const { name, otpGenerator } = parsed.output;
  const { otpSecret: secret, counter } = otpGenerator;
  const kind = counter === undefined || counter === null ? 'totp' : 'hotp';
  return entryOfForeign({ kind, secret, counter }, { login: name });
}
