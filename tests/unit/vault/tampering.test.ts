/** Whoever can write to the stores can change nothing that is believed: every field of header and slots, every bit of every record. */
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../utils/fault.ts';
import { createWaysIn } from '../../../utils/vault/ways-in.ts';
import { countedRandomness, memoryCopy } from '../../support/memory-ports.ts';
import { testVault } from '../../support/test-vault.ts';

async function filled() {
  const vault = testVault({ stores: [memoryCopy('only')] });
  await vault.create();
  await vault.add('a', { service: 'Shop a' });
  await vault.add('b', { service: 'Shop b' });
  return vault.stores[0]!.bytes;
}
const copyOf = (bytes: ReadonlyMap<string, Uint8Array>) =>
  memoryCopy('only', new Map([...bytes].map(([key, held]) => [key, Uint8Array.from(held)])));

/** What somebody gets who unlocks: account → service, or the code of the fault. */
async function seenIn(bytes: ReadonlyMap<string, Uint8Array>): Promise<string | Record<string, string>> {
  const vault = testVault({ stores: [copyOf(bytes)] });
  try {
    await vault.unlock();
    return await vault.keeper.read(({ account }) =>
      Object.fromEntries([...account].map(([id, { service }]) => [id, service])),
    );
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}

const TRUE = { a: 'Shop a', b: 'Shop b' };

test('one bit flipped in any stored record is never served', async () => {
  const bytes = await filled();
  const sealed = [...bytes.keys()].filter((key) => /^(record|bucket|manifest)/.test(key));
  expect(sealed.length).toBeGreaterThan(5);
  for (const key of sealed) {
    const held = bytes.get(key)!;
    // Each byte of the clear numbers, the nonce and the tag; of the padded text, samples.
    for (let at = 0; at < held.length; at += at < 60 || at > held.length - 20 ? 1 : 41) {
      const bad = new Map(bytes).set(key, Uint8Array.from(held));
      bad.get(key)![at]! ^= 1 << (at % 8);
      const seen = await seenIn(bad);
      if (typeof seen === 'string') expect(seen).toBe('vault/damaged');
      else expect(TRUE).toMatchObject(seen);
    }
  }
}, 60_000);

test('one bit flipped in any byte of the header, whatever ways in it has, opens nothing', async () => {
  const vault = testVault({ stores: [memoryCopy('only')] });
  await vault.create();
  await vault.add('a', { service: 'Shop a' });
  const { keeper, clock } = vault;
  const waysIn = createWaysIn({ keeper, clock, randomness: countedRandomness(3) });
  await waysIn.addRecovery(new Uint8Array(32).fill(9), 'age1…');
  await waysIn.addPasskey(new Uint8Array(32).fill(4), {
    credentialIdBase64: 'Y3JlZA==',
    saltBase64: 'c2FsdA==',
  });
  const bytes = vault.stores[0]!.bytes;
  const header = bytes.get('header')!;
  expect(await seenIn(bytes)).toEqual({ a: 'Shop a' });
  for (let at = 0; at < header.length; at += 1) {
    const bad = Uint8Array.from(header);
    bad[at]! ^= 1 << (at % 8);
    const seen = await seenIn(new Map(bytes).set('header', bad));
    expect([at, typeof seen]).toEqual([at, 'string']);
  }
}, 60_000);

test('one bit flipped in what only an earlier state needs: nothing else is shown of it', async () => {
  const vault = testVault({ stores: [memoryCopy('only')] });
  await vault.create();
  await vault.add('a', { service: 'Shop a' });
  const [generation] = await vault.keeper.about(({ generation: now }) => [now]);
  await vault.add('a', { service: 'Renamed' });
  const bytes = vault.stores[0]!.bytes;
  const keys = [...bytes.keys()].filter((key) => /^(state\/|record\/account)/.test(key));
  expect(keys.length).toBeGreaterThan(2);
  for (const key of keys) {
    const held = bytes.get(key)!;
    for (let at = 0; at < held.length; at += at < 60 || at > held.length - 20 ? 1 : 41) {
      const bad = Uint8Array.from(held);
      bad[at]! ^= 1 << (at % 8);
      const again = testVault({ stores: [copyOf(new Map(bytes).set(key, bad))] });
      await again.unlock();
      const then = await again.keeper.stateAt(generation!).then(
        ({ contents, damaged }) => (damaged.length > 0 ? damaged.join() : contents.account.get('a')?.service),
        (error) => error.code,
      );
      expect(['record/account/a', 'Shop a', 'vault/no-such-state']).toContain(then);
      const now = await again.keeper.read(({ account }) => account.get('a')?.service);
      // A damaged record comes back as an earlier state had it.
      expect([undefined, 'Renamed', 'Shop a']).toContain(now);
    }
  }
}, 60_000);

describe('a header', () => {
  const change = async (
    edit: (header: Record<string, never> & { slots: Record<string, never>[] }) => void,
  ) => {
    const bytes = await filled();
    const header = JSON.parse(new TextDecoder().decode(bytes.get('header')));
    edit(header);
    return seenIn(new Map(bytes).set('header', new TextEncoder().encode(JSON.stringify(header))));
  };

  test.each<[string, (header: Record<string, unknown> & { slots: Record<string, unknown>[] }) => void]>([
    [
      'another vault’s id',
      (header) => {
        header.vaultId = '00'.repeat(16);
      },
    ],
    [
      'another epoch',
      (header) => {
        header.epoch = 2;
      },
    ],
    [
      'another date',
      (header) => {
        header.createdAtMs = 1;
      },
    ],
    [
      'another device',
      (header) => {
        header.deviceId = '00000000';
      },
    ],
    [
      'a second slot',
      (header) => {
        header.slots.push({ ...header.slots[0], id: 'planted' });
      },
    ],
    [
      'a slot of another type',
      (header) => {
        header.slots[0]!.type = 'device';
      },
    ],
    [
      'a slot of another date',
      (header) => {
        header.slots[0]!.createdAtMs = 1;
      },
    ],
    [
      'cheaper memory',
      (header) => {
        Object.assign(header.slots[0]!.kdf as object, { memoryKib: 19456 });
      },
    ],
    [
      'fewer passes',
      (header) => {
        Object.assign(header.slots[0]!.kdf as object, { passes: 1 });
      },
    ],
    [
      'another salt',
      (header) => {
        Object.assign(header.slots[0]!.kdf as object, { saltBase64: 'BBBB' });
      },
    ],
    [
      'a field nobody knows',
      (header) => {
        header.extra = 1;
      },
    ],
    [
      'permission for older programs',
      (header) => {
        header.readableFrom = 1;
      },
    ],
    [
      'another tag',
      (header) => {
        header.macBase64 = 'AAAA';
      },
    ],
  ])('with %s opens nothing', async (_, edit) => {
    expect(await change(edit as never)).toMatch(/^vault\/(damaged|slot-damaged|wrong-passphrase)$/);
  });

  test('that is as it was opens all', async () => {
    expect(await change(() => undefined)).toEqual(TRUE);
  });
});

test('a slot of another vault opens nothing here', async () => {
  const [ours, theirs] = [await filled(), await filled()];
  expect(await seenIn(new Map(ours).set('header', theirs.get('header')!))).toBe('vault/damaged');
});
