/** Messages about backups. The payload is sealed by a worker of the page that asked: a passphrase never comes here. */
import type { Account } from '../../../utils/accounts/account.ts';
import { backupFileName } from '../../../utils/backup/date-text.ts';
import { mergeBackup } from '../../../utils/backup/merge.ts';
import { writePayload } from '../../../utils/backup/payload.ts';
import { readPayload } from '../../../utils/backup/read-payload.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';

type BackupHandlers = Pick<
  Handlers,
  'backup.payload' | 'backup.saved' | 'backup.restore' | 'accounts.exported'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  /** Version of the extension, for whoever reads the file one day. */
  readonly version: string;
}

export function backupHandlers({ keeper, clock, version }: Ports): BackupHandlers {
  return {
    'backup.payload': () =>
      keeper.read(({ account }) => {
        const accounts = [...account.values()];
        const nowMs = clock.nowMs();
        return {
          payload: writePayload(accounts, { nowMs, version }),
          accounts: accounts.length,
          fileName: backupFileName(nowMs),
        };
      }),

    async 'backup.saved'({ accounts, bytes }) {
      await keeper.change({ did: 'backup.saved', accounts, bytes }, (contents) => [
        withRecord(contents, 'fact', 'backup.savedAtMs', clock.nowMs()),
        null,
      ]);
      return null;
    },

    async 'accounts.exported'({ format }) {
      await keeper.change({ did: 'accounts.exported', format }, (contents) => [contents, null]);
      return null;
    },

    async 'backup.restore'({ payload }) {
      const { accounts, skipped } = readPayload(payload);
      const counts = await keeper.change(
        ({ added, changed }: Counts) => ({ did: 'backup.restored', added, changed, skipped: skipped.length }),
        (contents) => {
          const merged = mergeBackup([...contents.account.values()], accounts);
          const { added, same, changed } = merged;
          return [withAccounts(contents, merged.accounts), { added, same, changed }];
        },
      );
      return { ...counts, skipped: [...skipped] };
    },
  };
}

interface Counts {
  readonly added: number;
  readonly same: number;
  readonly changed: number;
}

function withAccounts(contents: Contents, accounts: readonly Account[]): Contents {
  return { ...contents, account: new Map(accounts.map((account) => [account.id, account])) };
}
