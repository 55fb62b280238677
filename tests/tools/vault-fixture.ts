/** Writes a vault of the stored version of today into `tests/fixtures/vaults/`. It stays there for ever: none is ever overwritten. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { encodeBase64 } from '../../utils/encoding/base64.ts';
import { VAULT_FORMAT } from '../../utils/vault/header.ts';
import { TEST_KEK, testVault } from '../support/test-vault.ts';

const path = resolve(import.meta.dirname, `../fixtures/vaults/v${VAULT_FORMAT}.json`);
if (existsSync(path)) {
  console.error(`${path} is there already and stays as it is.`);
  process.exit(1);
}

const vault = testVault({ seed: 20_261_120 });
await vault.create();
for (let at = 0; at < 24; at++) await vault.add(`account-${at}`, { service: `Shop ${at}`, note: '备注' });
// Enough changes for a full block of the journal and for records of several revisions.
for (let at = 0; at < 12; at++) await vault.add(`account-${at}`, { service: `Shop ${at}, renamed` });
await vault.add('account-3', { service: 'In the trash', deletedAtMs: vault.clock.nowMs() });
const { accounts, facts } = await vault.keeper.read(({ account, fact }) => ({
  accounts: Object.fromEntries(account),
  facts: Object.fromEntries(fact),
}));
const copy = Object.fromEntries(
  [...(vault.stores[0]?.bytes ?? [])].map(([key, bytes]) => [key, encodeBase64(bytes)]),
);
const fixture = { format: VAULT_FORMAT, kekBase64: encodeBase64(TEST_KEK), holds: { accounts, facts }, copy };
writeFileSync(path, `${JSON.stringify(fixture, null, 1)}\n`);
console.log(`${path}: ${Object.keys(copy).length} items`);
