/** Messages about backups made by hand, and about leaving in clear. A passphrase never comes here: pages stretch it. */
import type { Account } from '../../../utils/accounts/account.ts';
import { backupFileName } from '../../../utils/backup/date-text.ts';
import { keptOf } from '../../../utils/backup/kept.ts';
import { type Merged, mergeBackup } from '../../../utils/backup/merge.ts';
import { withRest } from '../../../utils/backup/merge-rest.ts';
import { outlineOf } from '../../../utils/backup/outline.ts';
import { writePayload } from '../../../utils/backup/payload.ts';
import { readPayload } from '../../../utils/backup/read-payload.ts';
import { reviewBackup } from '../../../utils/backup/review.ts';
import { sealBackupWith, sha256Of } from '../../../utils/backup/seal.ts';
import { decodeBase64, encodeBase64 } from '../../../utils/encoding/base64.ts';
import { encodeUtf8 } from '../../../utils/encoding/utf8.ts';
import type { ImportTrace } from '../../../utils/importers/review.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import { type Contents, type Json, withRecord } from '../../../utils/vault/contents.ts';
import type { Door } from '../../../utils/vault/door.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import { LAST_IMPORT } from './import.ts';
import { askProof } from './proof.ts';

type BackupHandlers = Pick<
  Handlers,
  | 'backup.seal'
  | 'export.outline'
  | 'export.payload'
  | 'backup.saved'
  | 'backup.review'
  | 'backup.restore'
  | 'accounts.exported'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly door: Pick<Door, 'status' | 'verify'>;
  readonly clock: Clock;
  /** Version of the extension, for whoever reads the file one day. */
  readonly version: string;
}

export function backupHandlers({ keeper, door, clock, version }: Ports): BackupHandlers {
  return {
    async 'backup.seal'({ saltBase64, logN, kekBase64 }) {
      const kept = await keeper.read(keptOf);
      const nowMs = clock.nowMs();
      const payload = writePayload(kept, { nowMs, version });
      const stretched = { salt: decodeBase64(saltBase64), logN, key: decodeBase64(kekBase64) };
      return {
        fileBase64: encodeBase64(await sealBackupWith(payload, stretched)),
        payloadSha256: sha256Of(encodeUtf8(payload)),
        accounts: kept.accounts.length,
        fileName: backupFileName(nowMs),
      };
    },

    'export.outline': () =>
      keeper.read(({ account }) => ({
        payload: writePayload({ accounts: outlineOf([...account.values()]) }, { nowMs: 0, version }),
      })),

    async 'export.payload'({ proof }) {
      await askProof(door, proof);
      const accounts = await keeper.read(({ account }) => [...account.values()]);
      return { payload: writePayload({ accounts }, { nowMs: clock.nowMs(), version }) };
    },

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

    async 'backup.review'({ payload }) {
      const { accounts, devices, flowRuns, skipped } = readPayload(payload);
      return keeper.read(({ account }) => ({
        rows: reviewBackup([...account.values()], accounts),
        devices: devices.length,
        flowRuns: flowRuns.length,
        skipped,
        isEmptyHere: account.size === 0,
      }));
    },

    async 'backup.restore'({ payload, leave }) {
      const { skipped, ...kept } = readPayload(payload);
      const unwanted = new Set(leave);
      const accounts = kept.accounts.filter(({ id }) => !unwanted.has(id));
      const counts = await keeper.change(
        ({ added, changed }: Counts) => ({ did: 'backup.restored', added, changed, skipped: skipped.length }),
        (contents) => {
          const merged = mergeBackup([...contents.account.values()], accounts);
          const { added, same, changed } = merged;
          const next = withRest(withAccounts(contents, merged.accounts), kept, merged.outcomes);
          const trace = traceOf(contents, merged, clock.nowMs());
          return [withRecord(next, 'fact', LAST_IMPORT, trace as unknown as Json), { added, same, changed }];
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

/** A backup that was taken in can be taken back like any import. */
function traceOf({ account: before }: Contents, { accounts }: Merged, atMs: number): ImportTrace {
  const addedIds = accounts.flatMap(({ id }) => (before.has(id) ? [] : [id]));
  const changed = accounts.flatMap((after) => {
    const was = before.get(after.id);
    // One that did not change keeps its identity.
    return was === undefined || was === after ? [] : [{ before: was, after }];
  });
  return { importer: 'tallystick', atMs, addedIds, changed };
}
