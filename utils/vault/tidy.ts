/** What is put in order each time a vault was opened, each with its line in the journal. */
import type { Clock } from '../ports.ts';
import { RECORD_TYPES, type RecordType, withRecord } from './contents.ts';
import { weighed, withDue } from './due.ts';
import { VAULT_FORMAT } from './header.ts';
import type { Keeper } from './keeper.ts';
import type { Loaded } from './load.ts';
import { longRetired, withoutFactors } from './retired.ts';
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
  await letGo(keeper, clock.nowMs());
}

async function letGo(keeper: Keeper, nowMs: number): Promise<void> {
  const { accounts, ways, due } = await keeper.read((contents) => {
    const trash = dueInTrash(contents, nowMs);
    const retired = longRetired(contents, nowMs);
    const weights = weighed(contents, [...trash, ...retired], nowMs);
    const sure = (ids: readonly string[]) => ids.filter((id) => weights.sure.includes(id));
    return { accounts: sure(trash), ways: sure(retired), due: weights };
  });
  if (accounts.length > 0) {
    await keeper.change({ did: 'trash.purged', accounts: accounts.length }, (contents) => [
      withDue(withoutAccounts(contents, accounts), due),
      null,
    ]);
  }
  if (ways.length > 0) {
    await keeper.change({ did: 'ways.purged', ways: ways.length }, (contents) => [
      withDue(withoutFactors(contents, ways), due),
      null,
    ]);
  }
  if (due.isNews && due.sure.length === 0) {
    const event = { did: 'due.noted', count: Object.keys(due.since).length } as const;
    await keeper.change(event, (contents) => [withDue(contents, due), null]);
  }
}
