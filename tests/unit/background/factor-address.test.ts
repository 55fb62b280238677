import { beforeEach, expect, test } from 'vitest';
import { factorAddressHandlers } from '../../../entrypoints/background/handlers/factor-address.ts';
import { journalHandlers } from '../../../entrypoints/background/handlers/journal.ts';
import { encodeBase64 } from '../../../utils/encoding/base64.ts';
import { TEST_KEK, testVault } from '../../support/test-vault.ts';

let vault: ReturnType<typeof testVault>;
const ADDRESS = /^otpauth:\/\/totp\/GitHub:ann\?/;
const ask = async (kek: Uint8Array | null, slotId?: string) => {
  const [slot] = (await vault.door.status()).slots;
  const proof = kek && { slotId: slotId ?? slot?.id ?? '', kekBase64: encodeBase64(kek) };
  const request = { accountId: 'hub', factorId: 'otp', sure: true } as const;
  return factorAddressHandlers(vault)['factors.address'](proof ? { ...request, proof } : request, {});
};
const noted = async () => {
  const { lines } = await journalHandlers(vault)['journal.read']({ accountId: 'hub', most: 10 }, {});
  return lines.filter(({ event }) => event.did === 'factor.shown').length;
};

beforeEach(async () => {
  vault = testVault();
  await vault.create();
  const otp = {
    kind: 'totp',
    secretBase32: 'JBSWY3DPEHPK3PXP',
    hash: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  } as const;
  const factor = {
    id: 'otp',
    sort: 'otp',
    otp,
    state: 'active',
    deviceId: null,
    addedAtMs: 0,
    lastUsedAtMs: null,
    label: '',
  } as const;
  await vault.add('hub', { service: 'GitHub', login: 'ann', factors: [factor] });
});

test('after the right passphrase the address of one account is given', async () => {
  const { address } = await ask(TEST_KEK);
  expect(address).toMatch(ADDRESS);
  expect(new URL(address).searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP');
  expect(await noted()).toBe(1);
});

test.each([
  ['no passphrase', null, undefined],
  ['a wrong one', new Uint8Array(32), undefined],
  ['a way in that is none', TEST_KEK, 'no such slot'],
])('with %s nothing is given', async (_, kek, slotId) => {
  await expect(ask(kek, slotId)).rejects.toThrow('vault/');
  expect(await noted()).toBe(0);
});
