/** The rhythm in which a passphrase wants to be typed again. Times are told by hand. */
import { describe, expect, test } from 'vitest';
import { vaultHandlers } from '../../../entrypoints/background/handlers/vault.ts';
import { encodeBase64 } from '../../../utils/encoding/base64.ts';
import { isRehearsalDue, rehearsalIn, typedRight, typedWrong } from '../../../utils/vault/rehearsal.ts';
import { createWaysIn } from '../../../utils/vault/ways-in.ts';
import { countedRandomness } from '../../support/memory-ports.ts';
import { TEST_KEK, testVault } from '../../support/test-vault.ts';

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 0, 1);

describe('the rhythm', () => {
  test('grows each time the passphrase is typed when it is due: 1, 3, 7, 14, 30, 60, 90 days, then 90 for ever', () => {
    let now = T0;
    let state = typedRight(null, now);
    const waits: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      waits.push((state.dueAtMs - now) / DAY);
      now = state.dueAtMs;
      state = typedRight(state, now);
    }
    expect(waits).toEqual([1, 3, 7, 14, 30, 60, 90, 90, 90]);
  });

  test('does not grow by typing it before it is due, but is put off', () => {
    const learnt = typedRight(typedRight(null, T0), T0 + DAY);
    const early = typedRight(learnt, T0 + 3 * DAY);
    expect(early).toEqual({ rightAtMs: T0 + 3 * DAY, dueAtMs: T0 + 6 * DAY, step: 1, failed: 0 });
  });

  test('takes no note of the second time on one day', () => {
    const first = typedRight(null, T0);
    expect(typedRight(first, T0 + 3_600_000)).toBe(first);
  });

  test('begins anew after a wrong one, which is due at once', () => {
    const learnt = typedRight(typedRight(null, T0), T0 + DAY);
    const wrong = typedWrong(learnt, T0 + 2 * DAY);
    expect(wrong).toEqual({ rightAtMs: T0 + DAY, dueAtMs: T0 + 2 * DAY, step: 0, failed: 1 });
    expect(typedWrong(wrong, T0 + 2 * DAY).failed).toBe(2);
    expect(typedRight(wrong, T0 + 2 * DAY)).toMatchObject({ failed: 0 });
  });

  test('does not lock up when the clock was set back', () => {
    const ahead = typedRight(null, T0 + 365 * DAY);
    expect(typedRight(ahead, T0).dueAtMs).toBe(T0 + DAY);
  });
});

async function filled() {
  const vault = testVault({ lockAfterMs: null });
  await vault.create();
  const { keeper, clock, door } = vault;
  const waysIn = createWaysIn({ keeper, clock, randomness: countedRandomness(11) });
  const [slot] = (await door.status()).slots;
  const handlers = vaultHandlers(door, waysIn, { changed: () => undefined, unlocked: () => undefined });
  const rehearse = (kek = TEST_KEK) =>
    handlers['vault.rehearse']({ slotId: slot?.id ?? '', kekBase64: encodeBase64(kek) }, {});
  return { ...vault, rehearse };
}

test('an unlock by passphrase counts as a rehearsal; one by the key on this device does not', async () => {
  const { stores, clock, door } = await filled();
  await door.lock();
  clock.ms += 2 * DAY;
  const again = testVault({ stores, clock });
  await again.unlock();
  expect(await again.keeper.read(rehearsalIn)).toMatchObject({ step: 1, rightAtMs: clock.ms });

  const device = testVault();
  await device.door.create({ type: 'device' });
  device.clock.ms += 365 * DAY;
  expect((await device.door.status()).ways).toMatchObject({ isRehearsalDue: false });
});

test('is due in the status once its time has come, and no more after it was typed', async () => {
  const { clock, door, rehearse } = await filled();
  expect((await door.status()).ways?.isRehearsalDue).toBe(false);
  clock.ms += DAY;
  expect((await door.status()).ways?.isRehearsalDue).toBe(true);
  expect(await rehearse()).toMatchObject({ ways: { isRehearsalDue: false, failedRehearsals: 0 } });
});

test('a wrong one is kept, is due at once, counts as an attempt, and a right one makes up for it', async () => {
  const { keeper, door, rehearse, clock } = await filled();
  await expect(rehearse(new Uint8Array(32))).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
  expect((await door.status()).ways).toMatchObject({ isRehearsalDue: true, failedRehearsals: 1 });
  expect((await door.status()).failedAttempts).toBe(1);
  expect(await keeper.read((contents) => isRehearsalDue(contents, clock.ms))).toBe(true);
  expect(await rehearse()).toMatchObject({
    failedAttempts: 0,
    ways: { isRehearsalDue: false, failedRehearsals: 0 },
  });
});
