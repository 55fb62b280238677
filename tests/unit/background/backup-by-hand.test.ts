/** Backups by hand and leaving in clear, over a whole vault in memory: what a page is handed, and for what proof. */
import { expect, test } from 'vitest';
import { backupHandlers } from '../../../entrypoints/background/handlers/backup.ts';
import { stretchForSealing } from '../../../utils/backup/passphrase-stanza.ts';
import { writePayload } from '../../../utils/backup/payload.ts';
import { readPayload } from '../../../utils/backup/read-payload.ts';
import { openBackup, sha256Of } from '../../../utils/backup/seal.ts';
import { entriesOf, lossOf } from '../../../utils/exporters/loss.ts';
import { EXPORTERS } from '../../../utils/exporters/registry.ts';
import { TEST_KEK, testVault } from '../../support/test-vault.ts';
import { account, wholeAccount, wholeRest } from '../backup/some-accounts.ts';

const PASSPHRASE = 'correct horse battery staple';

async function setUp() {
  const vault = testVault({ lockAfterMs: null });
  await vault.create();
  const { keeper, door, clock } = vault;
  const handlers = backupHandlers({ keeper, door, clock, version: '0.1.0' });
  const ask = <N extends keyof typeof handlers>(name: N, request: Parameters<(typeof handlers)[N]>[0]) =>
    handlers[name](request as never, {} as never) as ReturnType<(typeof handlers)[N]>;
  const payload = writePayload(
    { accounts: [wholeAccount, account()], ...wholeRest },
    { nowMs: 5, version: '0' },
  );
  await ask('backup.restore', { payload, leave: [] });
  return { ...vault, ask };
}

test('a sealed backup opens with the passphrase that was stretched elsewhere, and holds everything', async () => {
  const { ask } = await setUp();
  const { salt, logN, key } = await stretchForSealing(PASSPHRASE, new Uint8Array(16).fill(9), 12);
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const sealed = await ask('backup.seal', { saltBase64: base64(salt), logN, kekBase64: base64(key) });
  const text = await openBackup(Buffer.from(sealed.fileBase64, 'base64'), PASSPHRASE);
  expect(sha256Of(new TextEncoder().encode(text))).toBe(sealed.payloadSha256);
  const { accounts, devices, flowRuns } = readPayload(text);
  expect(accounts).toEqual([wholeAccount, account()]);
  expect([devices, flowRuns.map(({ id }) => id)]).toEqual([wholeRest.devices, ['run1']]);
});

test('everything in clear is handed out for a proof in the same message, and for no other', async () => {
  const { ask, door } = await setUp();
  const slotId = (await door.status()).slots[0]?.id ?? '';
  const proofOf = (bytes: Uint8Array) => ({ slotId, kekBase64: Buffer.from(bytes).toString('base64') });
  await expect(ask('export.payload', {})).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
  await expect(ask('export.payload', { proof: proofOf(new Uint8Array(32)) })).rejects.toMatchObject({
    code: 'vault/wrong-passphrase',
  });
  const { payload } = await ask('export.payload', { proof: proofOf(TEST_KEK) });
  expect(readPayload(payload).accounts).toEqual([wholeAccount, account()]);
});

test('the outline holds no secret and tells the same losses', async () => {
  const { ask } = await setUp();
  const { payload } = await ask('export.outline', {});
  for (const secret of ['JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ', 'abcd-1234', '13800001234', 'second'])
    expect(payload).not.toContain(secret);
  const { accounts, skipped } = readPayload(payload);
  expect(skipped).toEqual([]);
  for (const exporter of EXPORTERS) {
    expect(lossOf(exporter, accounts), exporter.id).toEqual(lossOf(exporter, [wholeAccount, account()]));
  }
  expect(entriesOf(accounts)).toHaveLength(entriesOf([wholeAccount, account()]).length);
});
