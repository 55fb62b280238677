import { expect, test } from 'vitest';
import { suggestionsFor } from '../../../entrypoints/background/handlers/suggest.ts';
import type { OtpFactor } from '../../../utils/factors/factor.ts';
import { testVault } from '../../support/test-vault.ts';

const factor: OtpFactor = {
  id: 'f',
  sort: 'otp',
  state: 'active',
  deviceId: null,
  addedAtMs: 0,
  lastUsedAtMs: null,
  label: '',
  otp: { kind: 'totp', secretBase32: 'GEZDGNBVGY3TQOJQ', hash: 'SHA1', digits: 6, periodSeconds: 30 },
};
const at = (site: string) => [{ site, exactHost: false, source: 'user', addedAtMs: 0 } as const];

async function world() {
  const vault = testVault();
  await vault.create();
  await vault.add('a', { service: 'Gitea', login: 'ann', sites: at('example.org'), factors: [factor] });
  await vault.add('b', { service: 'Shop', login: 'ann', sites: at('example.com'), factors: [factor] });
  await vault.add('c', { service: 'Shop', login: 'ann', sites: at('example.com'), factors: [factor] });
  await vault.add('d', { service: 'Phone only', sites: at('example.com'), factors: [] });
  return vault;
}
const names = async (url: string | null, typed: string) =>
  (await suggestionsFor((await world()).keeper, url, typed))?.map(({ text, here }) => [text, here]);

test('with nothing typed, accounts of the site in front, told apart', async () => {
  expect(await names('https://www.example.com/x', '')).toEqual([
    ['Shop · ann', true],
    ['Shop · ann (2)', true],
  ]);
});

test('what is typed is looked for everywhere', async () => {
  expect(await names('https://www.example.com/x', 'gít')).toEqual([['Gitea · ann', false]]);
  expect(await names(null, 'ann example.com')).toEqual([
    ['Shop · ann', false],
    ['Shop · ann (2)', false],
  ]);
  expect(await names(null, 'nobody')).toEqual([]);
});

test('no code and no secret is in a suggestion', async () => {
  const told = JSON.stringify(await suggestionsFor((await world()).keeper, null, 'shop'));
  expect(told).not.toMatch(/GEZDG|\d{6}/);
});

test('while locked nothing is told', async () => {
  const vault = await world();
  await vault.door.lock();
  expect(await suggestionsFor(vault.keeper, null, 'shop')).toBeNull();
});
