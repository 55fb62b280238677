import { beforeEach, expect, test } from 'vitest';
import { bindHandlers } from '../../../entrypoints/background/handlers/bind.ts';
import {
  createWaitingSets,
  WAITING_SETS_KEY,
} from '../../../entrypoints/background/handlers/waiting-sets.ts';
import type { SetUpPage } from '../../../utils/platform/set-up-page.ts';
import type { SiteView } from '../../../utils/views.ts';
import { countedRandomness } from '../../support/memory-ports.ts';
import { migrationSet } from '../../support/migration.ts';
import { testVault } from '../../support/test-vault.ts';

let vault: ReturnType<typeof testVault>;
let tabSite: SiteView | null;
let page: SetUpPage[];
const GITHUB = 'otpauth://totp/GitHub:ann?secret=JBSWY3DPEHPK3PXP&issuer=GitHub';
const parts = migrationSet(5);
const draft = {
  service: 'GitHub',
  login: 'ann',
  otp: { kind: 'totp', secret: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6 },
};

/** Made anew, as after the worker's death. */
const handlers = () =>
  bindHandlers({
    keeper: vault.keeper,
    clock: vault.clock,
    randomness: countedRandomness(11),
    sets: createWaitingSets(vault.session),
    siteOfTab: async () => tabSite,
  });
const read = (...at: number[]) =>
  handlers()['bind.read']({ texts: at.map((one) => parts[one - 1] ?? '') }, {});
const sitesOf = (accountId: string) =>
  vault.keeper.read(({ account }) => account.get(accountId)?.sites.map(({ site, source }) => [site, source]));

beforeEach(async () => {
  tabSite = null;
  page = [];
  vault = testVault();
  await vault.create();
});

test('an export in five codes is put together in any order, also when the worker dies between two of them', async () => {
  expect((await read(4)).sets).toEqual([{ id: '77/5', size: 5, read: [4], missing: [1, 2, 3, 5] }]);
  const two = await read(2);
  expect(two.drafts.map(({ login }) => login)).toEqual(['ann-2', 'ann-4']);
  expect(two.sets[0]?.missing).toEqual([1, 3, 5]);
  expect((await handlers()['bind.waiting']({}, {})).drafts).toHaveLength(2);
  const all = await read(1, 3, 5);
  expect(all.sets[0]?.missing).toEqual([]);
  expect(all.drafts.map(({ login }) => login)).toEqual(['ann-1', 'ann-2', 'ann-3', 'ann-4', 'ann-5']);
});

test('what waits is gone when it is discarded, and when the vault locks', async () => {
  await read(1);
  await handlers()['bind.forget']({ setId: '77/5' }, {});
  expect((await handlers()['bind.waiting']({}, {})).sets).toEqual([]);
  await read(1);
  expect(await vault.session.get(WAITING_SETS_KEY)).not.toBeNull();
  await vault.door.lock();
  expect(await vault.session.get(WAITING_SETS_KEY)).toBeNull();
  await expect(read(1)).rejects.toMatchObject({ code: 'vault/locked' });
  expect(await vault.session.get(WAITING_SETS_KEY)).toBeNull();
});

test('the same account twice is one draft, and one that is here already says so', async () => {
  await handlers()['bind.save']({ draft }, {});
  const { drafts } = await handlers()['bind.read']({ texts: [GITHUB, GITHUB] }, {});
  expect(drafts).toHaveLength(1);
  expect(drafts[0]?.sameAs).toMatchObject({ service: 'GitHub', login: 'ann' });
});

test('an account gets the site that was chosen for it, by its registrable domain', async () => {
  const added = await handlers()['bind.save']({ draft, site: ' https://gist.github.com/x ' }, {});
  expect(added.boundTo).toBe('github.com');
  expect(await sitesOf(added.accountId)).toEqual([['github.com', 'user']]);
});

test('without a choice it belongs to no site; the site of a tab counts as bound there', async () => {
  const none = await handlers()['bind.save']({ draft, site: '' }, {});
  expect(none.boundTo).toBeNull();
  expect(await sitesOf(none.accountId)).toEqual([]);
});

test.each(['not a site', 'github', 'http://github.com', 'ftp://x.org'])(
  '%s is no site, and nothing is saved',
  async (site) => {
    await expect(handlers()['bind.save']({ draft, site }, {})).rejects.toMatchObject({
      code: 'site/malformed',
    });
    expect(await vault.ids()).toEqual([]);
  },
);

const GITHUB_TAB: SiteView = {
  host: 'github.com',
  readable: 'github.com',
  site: 'github.com',
  secure: true,
  pattern: 'https://*.github.com/*',
  granted: false,
  fields: 0,
  looksLike: null,
  letters: [],
  notes: null,
};
const shown = (over: Partial<SetUpPage>): SetUpPage => ({
  addresses: [],
  pieces: [{ text: 'jbsw y3dp ehpk 3pxp', before: 'Unable to scan? Enter this key', after: '' }],
  emails: ['ann@example.org'],
  siteName: '',
  ...over,
});
const find = () => handlers()['bind.find']({ tabId: 1, parts: page }, {});

test('the key on a page is offered with names guessed from the page, marked as found there', async () => {
  tabSite = GITHUB_TAB;
  page = [shown({})];
  expect((await find()).drafts).toMatchObject([
    {
      service: 'GitHub',
      login: 'ann@example.org',
      otp: { secret: 'JBSWY3DPEHPK3PXP' },
      notices: ['foundOnPage'],
    },
  ]);
});

test('of two addresses none is taken; a site nobody knows is called what it calls itself', async () => {
  tabSite = { ...GITHUB_TAB, host: 'id.corner-shop.example', site: 'corner-shop.example' };
  page = [shown({ emails: ['a@x.org', 'b@x.org'] })];
  expect((await find()).drafts).toMatchObject([{ service: 'Corner-shop', login: '' }]);
  page = [shown({ siteName: 'The Corner Shop' })];
  expect((await find()).drafts).toMatchObject([{ service: 'The Corner Shop' }]);
});

test('an address on the page says more than the same key as text', async () => {
  tabSite = GITHUB_TAB;
  page = [shown({ addresses: ['otpauth://totp/Hub:mei?secret=JBSWY3DPEHPK3PXP&digits=8'] })];
  expect((await find()).drafts).toMatchObject([{ service: 'Hub', login: 'mei', otp: { digits: 8 } }]);
});

test('nothing is looked for where there is no site, nor while the vault is locked', async () => {
  page = [shown({})];
  expect((await find()).drafts).toEqual([]);
  tabSite = GITHUB_TAB;
  await vault.door.lock();
  await expect(find()).rejects.toMatchObject({ code: 'vault/locked' });
});
