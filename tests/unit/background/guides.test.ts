import { beforeEach, expect, test, vi } from 'vitest';
import { createGuides } from '../../../entrypoints/background/handlers/guides.ts';
import { testVault } from '../../support/test-vault.ts';

const bound = (site: string) => [{ site, exactHost: false, source: 'user', addedAtMs: 0 } as const];
const LIST = JSON.stringify([['Fresh', { domain: 'fresh-service.com', tfa: ['totp'] }]]);

let vault: ReturnType<typeof testVault>;
let kept: unknown;
const fetched = vi.fn(async () => LIST);
const list = {
  pattern: 'https://list.example/*',
  isAllowed: async () => true,
  fetch: fetched,
  load: async () => kept,
  save: async (value: unknown) => {
    kept = JSON.parse(JSON.stringify(value));
  },
};
const guides = (over: Partial<typeof list> = {}) =>
  createGuides({ keeper: vault.keeper, clock: vault.clock, list: { ...list, ...over } });

beforeEach(async () => {
  kept = null;
  fetched.mockImplementation(async () => LIST);
  vault = testVault();
  await vault.create();
  await vault.add('qq', { service: 'QQ' });
  await vault.add('hub', { service: 'work', sites: bound('github.com') });
  await vault.add('shop', { service: 'Corner Shop' });
  await vault.add('fresh', { service: 'fresh' });
});

test('a guide is found by the name of the account, or by the site it is bound to', async () => {
  const { handlers } = guides();
  const qq = await handlers['guides.read']({ accountId: 'qq', flow: 'unbind' }, {});
  expect(qq?.guide).toMatchObject({ service: 'qq', handsOff: true, officialPage: null });
  expect(qq?.guide.steps).toContain('guide.qq.unbind.confirm');
  const hub = await handlers['guides.read']({ accountId: 'hub', flow: 'bind' }, {});
  expect(hub?.guide.service).toBe('github');
  expect(await handlers['guides.read']({ accountId: 'shop', flow: 'bind' }, {})).toBeNull();
});

test('the site an account is bound to counts for more than what it is called', async () => {
  await vault.add('odd', { service: 'QQ', sites: bound('discord.com') });
  const odd = await guides().handlers['guides.read']({ accountId: 'odd', flow: 'bind' }, {});
  expect(odd?.guide.service).toBe('discord');
});

test('offers come for the accounts whose service is known, and for no others', async () => {
  const accountIds = ['qq', 'hub', 'shop', 'gone'];
  const offers = await guides().handlers['guides.offers']({ accountIds }, {});
  expect(offers.map(({ accountId, service }) => [accountId, service])).toEqual([
    ['qq', 'qq'],
    ['hub', 'github'],
  ]);
  expect(offers[1]?.offers.offered).toEqual(['passkey', 'securityKey', 'otp']);
});

test('sites are suggested for a name, not bound', async () => {
  const { handlers } = guides();
  expect(await handlers['directory.suggestSites']({ service: 'QQ' }, {})).toContain('qq.com');
  expect(await handlers['directory.suggestSites']({ service: 'Corner Shop' }, {})).toEqual([]);
  expect(await vault.keeper.read(({ account }) => account.get('qq')?.sites)).toEqual([]);
});

test('flows learn the rules of a service', () => {
  const { rulesOf } = guides();
  const named = (service: string) => rulesOf({ service, sites: [] } as never);
  expect(named('B特派')).toMatchObject({ oneNumberOneAccount: true, phoneCountries: ['CN'] });
  expect(named('QQ')).toMatchObject({ handsOff: true });
  expect(named('Corner Shop')).toBeUndefined();
});

test('the carriers come with their names and hotlines', async () => {
  const { carriers, findOthers } = await guides().handlers['guides.carriers']({}, {});
  expect(carriers[0]).toEqual({ name: 'China Mobile', nameZh: '中国移动', hotline: '10086' });
  expect(findOthers.length).toBeGreaterThan(0);
});

test('the public list is fetched only when asked for, and stays after the worker died', async () => {
  const first = guides();
  const before = await first.handlers['directory.status']({}, {});
  expect(before.fetchedAtMs).toBeNull();
  await first.handlers['guides.read']({ accountId: 'fresh', flow: 'bind' }, {});
  expect(fetched).not.toHaveBeenCalled();
  const after = await first.handlers['directory.refresh']({}, {});
  expect(fetched).toHaveBeenCalledExactlyOnceWith();
  expect(after).toEqual({
    services: before.services + 1,
    fetchedAtMs: vault.clock.nowMs(),
    pattern: 'https://list.example/*',
  });
  const next = guides();
  expect(await next.handlers['directory.status']({}, {})).toEqual(after);
  const fresh = await next.handlers['guides.read']({ accountId: 'fresh', flow: 'bind' }, {});
  expect(fresh?.offers.offered).toEqual(['otp']);
});

test('without the permission nothing is fetched', async () => {
  const { handlers } = guides({ isAllowed: async () => false });
  await expect(handlers['directory.refresh']({}, {})).rejects.toMatchObject({
    code: 'directory/not-allowed',
  });
  expect(fetched).not.toHaveBeenCalled();
});

test('an answer that is no list leaves what was there', async () => {
  const { handlers } = guides();
  await handlers['directory.refresh']({}, {});
  const before = await handlers['directory.status']({}, {});
  fetched.mockImplementation(async () => '<html>down for maintenance</html>');
  await expect(handlers['directory.refresh']({}, {})).rejects.toMatchObject({ code: 'directory/malformed' });
  expect(await handlers['directory.status']({}, {})).toEqual(before);
  expect(await guides().handlers['directory.status']({}, {})).toEqual(before);
});

test.each([{ fetchedAtMs: 1, entries: 'x' }, { entries: [] }, 7, 'x'])(
  'something odd in storage is as good as nothing: %j',
  async (odd) => {
    kept = odd;
    expect((await guides().handlers['directory.status']({}, {})).fetchedAtMs).toBeNull();
  },
);

test('a locked vault tells nothing about its accounts', async () => {
  await vault.door.lock();
  const { handlers } = guides();
  const asked = handlers['guides.read']({ accountId: 'qq', flow: 'bind' }, {});
  await expect(asked).rejects.toMatchObject({ code: 'vault/locked' });
});
