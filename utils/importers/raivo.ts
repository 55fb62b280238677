/** Raivo OTP: its JSON, alone or in the zip with a password that the app writes. Source: raivo-otp/ios-application, `DataExportFeature.swift`. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { ImportEntry, Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');

/** Numbers and truths come as text. */
const entryShape = v.looseObject({
  kind: v.optional(v.string(), 'TOTP'),
  issuer: text,
  account: text,
  secret: v.optional(v.unknown()),
  algorithm: v.optional(v.unknown()),
  digits: v.optional(v.unknown()),
  timer: v.optional(v.unknown()),
  counter: v.optional(v.unknown()),
  pinned: v.optional(v.unknown()),
});

export const raivo: Importer = {
  id: 'raivo',
  name: 'Raivo OTP',

  recognises: async (file) => entriesIn(file.json) !== null || (await jsonIn(file)) !== undefined,

  async read(file, passphrase) {
    const entries = entriesIn(file.json) ?? entriesIn(await unpacked(file, passphrase));
    if (entries === null) throw new Fault('import/malformed', 'json');
    return readEach(entries, 'entries', readEntry, (entry) => (entry as { issuer?: unknown } | null)?.issuer);
  },
};

async function jsonIn(file: OpenedFile) {
  return (await file.zip)?.find(({ path }) => /(^|\/)raivo-otp-export\.json$/i.test(path));
}

async function unpacked(file: OpenedFile, passphrase: string | null): Promise<unknown> {
  const bytes = await (await jsonIn(file))?.unpack(passphrase);
  return bytes && file.inside(bytes).json;
}

/** A converter wraps the list in an object with one name. */
function entriesIn(json: unknown): readonly unknown[] | null {
  const only =
    typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.values(json) : [json];
  const [list] = only;
  if (only.length !== 1 || !Array.isArray(list)) return null;
  const isOurs = (entry: unknown) =>
    typeof entry === 'object' &&
    entry !== null &&
    ['timer', 'secret', 'account'].every((name) => name in entry);
  return list.some(isOurs) ? list : null;
}

function readEntry(entry: unknown): ImportEntry {
  const parsed = v.safeParse(entryShape, entry);
  if (!parsed.success) throw new Fault('import/malformed', 'entry');
  const { kind, issuer, account, secret, algorithm, digits, timer, counter, pinned } = parsed.output;
  return entryOfForeign(
    { kind, secret, hash: algorithm, digits, periodSeconds: timer, counter },
    {
      service: issuer,
      login: account,
      pinned: String(pinned) === 'true',
    },
  );
}
