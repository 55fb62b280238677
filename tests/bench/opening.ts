/** A vault opened from the bytes of one copy, all checks included, over a bare decryption of the same bytes. */
import { open } from '../../utils/crypto/seal.ts';
import { decodeBase64 } from '../../utils/encoding/base64.ts';
import { withRecord } from '../../utils/vault/contents.ts';
import { contextBytes, type SealedType } from '../../utils/vault/context.ts';
import { readHeader } from '../../utils/vault/header.ts';
import { keysOfRoot } from '../../utils/vault/keys.ts';
import { openVault } from '../../utils/vault/open-vault.ts';
import { HEADER_KEY } from '../../utils/vault/places.ts';
import { numbersOf } from '../../utils/vault/record-seal.ts';
import { makeAccount, testVault } from '../support/test-vault.ts';
import { inPairs, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const SIZES = [100, 1000, 10_000] as const;
const PREFIX_BYTES = 14;

export const opening: Measurement = async ({ pairs }, found) => {
  for (const accounts of SIZES) {
    const { ours, baseline } = await opener(accounts);
    const taken = await inPairs(
      pairs,
      async () => timed(ours),
      async () => timed(baseline),
    );
    found(timeFigure(`vault opened, over a bare decryption of its bytes, ${accounts} accounts`, taken, null));
  }
};

async function opener(accounts: number) {
  const { create, keeper, stores, session } = testVault();
  await create();
  const ids = Array.from({ length: accounts }, (_, at) => at.toString(16).padStart(32, '0'));
  await keeper.change(
    { did: 'accounts.imported', importer: 'bench', added: accounts, changed: 0 },
    (contents) => [
      ids.reduce(
        (all, id) => withRecord(all, 'account', id, makeAccount({ id, service: `Service ${id}` })),
        contents,
      ),
      null,
    ],
  );
  const bytes = stores[0]?.bytes ?? new Map<string, Uint8Array>();
  const header = readHeader(bytes.get(HEADER_KEY));
  const { rootKeyBase64 } = JSON.parse(session.values.get('vault') ?? '{}') as { rootKeyBase64: string };
  const keys = keysOfRoot(decodeBase64(rootKeyBase64));
  if (header === null) throw new Error('the vault has no header');
  const sealed = [...bytes].flatMap(([key, stored]) => {
    const [path = ''] = key.split('@');
    const [type, ...id] = path.split('/');
    const numbers = numbersOf(stored);
    if (key === HEADER_KEY || numbers === null) return [];
    const place = { vaultId: header.vaultId, type: type as SealedType, objectId: id.join('/') };
    const using = type === 'record' ? keys.record : keys.manifest;
    return { using, blob: stored.subarray(PREFIX_BYTES), aad: contextBytes({ ...place, ...numbers }) };
  });
  return {
    ours: () => openVault(bytes, header, keys, () => null)?.contents.account.size === accounts,
    baseline: () => sealed.every(({ using, blob, aad }) => open(using, blob, aad) !== null),
  };
}

function timed(work: () => boolean): number {
  const startedMs = performance.now();
  if (!work()) throw new Error('it did not open');
  return performance.now() - startedMs;
}
