/** What is put in order each time a vault was opened, each with its line in the journal. */
import type { Clock } from '../ports.ts';
import { RECORD_TYPES, type RecordType, withRecord } from './contents.ts';
import { VAULT_FORMAT } from './header.ts';
import type { Keeper } from './keeper.ts';
import type { Loaded } from './load.ts';
import { withoutLongRetired } from './retired.ts';
import { dueInTrash, withoutAccounts } from './take-back.ts';

export async function tidyAfterOpening(keeper: Keeper, clock: Clock, loaded: Loaded): Promise<void> {
  const { recoveredFrom, migratedFrom } = loaded;
  if (migratedFrom !== null) {
    await keeper.change({ did: 'vault.migrated', from: migratedFrom, to: VAULT_FORMAT }, (contents) => [
      contents,
      null,
    ]);
  }
  if (recoveredFrom !== null) {
    await keeper.change({ did: 'vault.recovered', from: recoveredFrom }, (contents) => [contents, null]);
  }
  for (const { type, id, body, fromGeneration } of loaded.restorable) {
    if (!RECORD_TYPES.includes(type as RecordType)) continue;
    await keeper.change({ did: 'record.restored', type, id, fromGeneration }, (contents) => [
      withRecord(contents, type as RecordType, id, body as never),
      null,
    ]);
  }
  const due = await keeper.read((contents) => dueInTrash(contents, clock.nowMs()));
  if (due.length > 0) {
    await keeper.change({ did: 'trash.purged', accounts: due.length }, (contents) => [
      withoutAccounts(contents, due),
      null,
    ]);
  }
  if ((await keeper.read((contents) => withoutLongRetired(contents, clock.nowMs())))[1] > 0) {
    await keeper.change(
      (ways: number) => ({ did: 'ways.purged', ways }),
      (contents) => withoutLongRetired(contents, clock.nowMs()),
    );
  }
}
