/** Our own backups, sealed by a passphrase or to the recovery key, and the plain text that is in them. */
import type { Account } from '../accounts/account.ts';
import { readPayload } from '../backup/read-payload.ts';
import { openBackup } from '../backup/seal.ts';
import type { Factor } from '../factors/factor.ts';
import { Fault, isFault } from '../fault.ts';
import { needed } from './cipher.ts';
import { entryOf } from './entries.ts';
import type { ImportEntry, Importer, ImportReading } from './importer.ts';
import { type OpenedFile, startsWith } from './opened-file.ts';
import { fieldOf } from './shape.ts';

export const ownBackup: Importer = {
  id: 'tallystick',
  name: 'Tallystick',
  recognises: (file) => fieldOf(file.json, 'format') === 'tallystick-backup' || isAge(file),
  async read(file, passphrase) {
    if (!isAge(file)) return entriesOf(file.text ?? '');
    return entriesOf(await opened(file, needed(passphrase)));
  },
};

/** A file that was made automatically is opened by the recovery key. */
const WRONG_SECRETS: readonly string[] = ['backup/wrong-passphrase', 'backup/wrong-recovery-key'];

const isAge = ({ bytes }: OpenedFile) =>
  startsWith(bytes, 'age-encryption.org/') || startsWith(bytes, '-----BEGIN AGE ENCRYPTED FILE-----');

async function opened({ bytes }: OpenedFile, passphrase: string): Promise<string> {
  try {
    return await openBackup(bytes, passphrase);
  } catch (error) {
    if (isFault(error) && WRONG_SECRETS.includes(error.code)) throw new Fault('import/wrong-passphrase');
    throw error;
  }
}

function entriesOf(payload: string): ImportReading {
  const { accounts, skipped } = readPayload(payload);
  return {
    entries: accounts.flatMap(entriesOfAccount),
    skipped: skipped.map(({ where, why }) => ({ where, why: 'import/malformed', detail: why })),
  };
}

/** One entry a code; what belongs to the account as a whole goes with the first one. */
function entriesOfAccount(account: Account): ImportEntry[] {
  const otps = account.factors
    .flatMap((factor) => (factor.sort === 'otp' ? [factor.otp] : [null]))
    .filter(Boolean);
  const whole: Partial<ImportEntry> = {
    service: account.service,
    login: account.login,
    sites: account.sites.map(({ site }) => site),
    tags: account.tags,
    pinned: account.pinned,
    trashed: account.deletedAtMs !== null,
  };
  const first = { ...whole, note: account.note, recoveryCodes: account.factors.flatMap(unusedCodesOf) };
  if (otps.length === 0) return [entryOf(first)];
  return otps.map((otp, at) => entryOf({ ...(at === 0 ? first : whole), otp }));
}

const unusedCodesOf = (factor: Factor): string[] =>
  factor.sort === 'recoveryCodes'
    ? factor.codes.filter(({ usedAtMs }) => usedAtMs === null).map(({ text }) => text)
    : [];
