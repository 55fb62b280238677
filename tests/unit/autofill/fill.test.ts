import { expect, test } from 'vitest';
import { createFill, oneClickId } from '../../../entrypoints/background/handlers/fill.ts';
import type { BoundSite } from '../../../utils/accounts/account.ts';
import type { OtpFactor } from '../../../utils/factors/factor.ts';
import { Fault } from '../../../utils/fault.ts';
import type { FillPage } from '../../../utils/platform/fill-push.ts';
import type { FillPush } from '../../../utils/protocol.ts';
import { withRecord } from '../../../utils/vault/contents.ts';
import { handClock, memorySession } from '../../support/memory-ports.ts';
import { testVault } from '../../support/test-vault.ts';

// RFC 6238 appendix B and RFC 4226 appendix D share this secret; their codes are the expected values below.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const AT_59_S = '94287082';
const COUNTED = ['755224', '287082', '359152'];

const TAB = 7;
const ORIGIN = 'https://shop.example.com';

function otp(over: Partial<OtpFactor['otp']> = {}): OtpFactor {
  return {
    id: 'f',
    sort: 'otp',
    state: 'active',
    deviceId: null,
    addedAtMs: 0,
    lastUsedAtMs: null,
    label: '',
    otp: { kind: 'totp', secretBase32: SECRET, hash: 'SHA1', digits: 8, periodSeconds: 30, ...over },
  };
}

function bound(site: string, source: BoundSite['source'] = 'user'): BoundSite {
  return { site, exactHost: false, source, addedAtMs: 0 };
}

interface Frame {
  readonly frameId: number;
  readonly origin: string;
  readonly strength?: string;
  readonly ancestors?: readonly string[] | null;
}

/** A tab as the browser would show it, which reports when asked and fills what it is handed. */
async function world({
  url = `${ORIGIN}/login`,
  frames,
  outcome = 'filled',
  nowMs = 45_000,
}: {
  url?: string | null;
  frames?: readonly Frame[];
  outcome?: string;
  nowMs?: number;
} = {}) {
  const clock = handClock(nowMs);
  const vault = testVault({ clock });
  await vault.create();
  const shown = frames ?? [{ frameId: 0, origin: ORIGIN }];
  const pushes: (FillPush & { documentId: string })[] = [];
  const popups: number[] = [];
  const waits: number[] = [];
  const state = { url, outcome };
  let count = 0;
  const contextOf = ({ frameId, origin }: Frame) => ({
    origin,
    url: `${origin}/`,
    tabId: TAB,
    frameId,
    documentId: `d${frameId}`,
    tabUrl: state.url,
  });
  const page: FillPage = {
    urlOf: async () => state.url,
    isGranted: async () => false,
    async inject() {
      for (const frame of shown) {
        const strength = frame.strength ?? 'offer';
        const report = { fieldId: strength === 'none' ? '' : 'f1', shape: 'single', strength };
        await fill.handlers['field.found'](report, contextOf(frame));
      }
    },
    injectInto: async () => undefined,
    ancestorsOf: async (_tab, frameId) => shown.find((frame) => frame.frameId === frameId)?.ancestors ?? null,
    async push(_tab, { documentId, frameId }, push) {
      pushes.push({ ...push, documentId });
      const frame = shown.find((one) => one.frameId === frameId);
      if (frame)
        await fill.handlers['fill.done']({ nonce: push.nonce, outcome: state.outcome }, contextOf(frame));
    },
    async openPopup() {
      popups.push(1);
      return true;
    },
  };
  const fill = createFill({
    keeper: vault.keeper,
    clock,
    session: memorySession(),
    page,
    // Time passes at once for long waits; short ones are limits that nothing here runs into.
    async wait(ms) {
      if (ms === 5000) return new Promise(() => undefined);
      if (ms > 700) clock.ms += ms;
      waits.push(ms);
    },
    nonce: () => `nonce-${++count}`,
  });
  const ask = (accountId?: string) => fill.handlers['fill.ask']({ tabId: TAB, accountId }, {});
  return { vault, fill, ask, pushes, popups, waits, clock, state, contextOf };
}

const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return null;
  } catch (error) {
    return error instanceof Fault ? error.code : error;
  }
};

test('the only account of the site gives its code to the one document that has the field', async () => {
  const { vault, ask, pushes } = await world();
  await vault.add('a', { service: 'Shop', sites: [bound('example.com')], factors: [otp()] });
  expect(await ask()).toEqual({ filled: true, service: 'Shop' });
  expect(pushes).toMatchObject([{ code: AT_59_S, documentId: 'd0', expectOrigin: ORIGIN, fieldId: 'f1' }]);
});

test('a code that was used on the site waits for the next one', async () => {
  const { vault, ask, pushes, clock } = await world();
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  await ask();
  await ask();
  expect(clock.ms).toBeGreaterThanOrEqual(60_000);
  expect(new Set(pushes.map(({ code }) => code)).size).toBe(2);
});

test('a code that the page did not keep may be tried again at once', async () => {
  const { vault, ask, pushes, state } = await world({ outcome: 'not-kept' });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  expect(await codeOf(ask())).toBe('fill/not-kept');
  state.outcome = 'filled';
  await ask();
  expect(pushes.map(({ code }) => code)).toEqual([AT_59_S, AT_59_S]);
  await ask();
  expect(pushes.at(-1)?.code).not.toBe(AT_59_S);
});

test('a code in its last seconds is let go', async () => {
  const { vault, ask, pushes, waits } = await world({ nowMs: 28_000 });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  await ask();
  expect(waits).toContain(2000);
  expect(pushes[0]?.code).toBe(AT_59_S);
});

test('a counter moves with each fill', async () => {
  const { vault, ask, pushes } = await world();
  await vault.add('a', {
    sites: [bound('example.com')],
    factors: [otp({ kind: 'hotp', digits: 6, counter: 0 })],
  });
  await ask();
  await ask();
  expect(pushes.map(({ code }) => code)).toEqual(COUNTED.slice(0, 2));
});

test.each([
  ['no account', [], undefined, 'fill/no-account'],
  ['an account of another site', ['other.org'], 'a0', 'fill/wrong-site'],
  ['two accounts', ['example.com', 'example.com'], undefined, 'fill/several-accounts'],
  ['a name one letter off', ['exmple.com'], undefined, 'fill/look-alike'],
  ['a name one letter off, picked by hand', ['exmple.com'], 'a0', 'fill/look-alike'],
] as const)('with %s nothing is pushed and it is said why', async (_, sites, accountId, fault) => {
  const { vault, ask, pushes } = await world();
  for (const [place, site] of sites.entries())
    await vault.add(`a${place}`, { sites: [bound(site)], factors: [otp()] });
  expect(await codeOf(ask(accountId))).toBe(fault);
  expect(pushes).toEqual([]);
});

test('a picked account goes to its site even when there are two', async () => {
  const { vault, ask, pushes } = await world();
  for (const id of ['a', 'b'])
    await vault.add(id, { service: id, sites: [bound('example.com')], factors: [otp()] });
  expect(await ask('b')).toMatchObject({ service: 'b' });
  expect(pushes).toHaveLength(1);
});

test('a site that came with an import is filled only when picked, and is sure from then on', async () => {
  const { vault, ask, clock } = await world();
  await vault.add('a', { sites: [bound('example.com', 'import')], factors: [otp()] });
  expect(await codeOf(ask())).toBe('fill/ask-in-popup');
  await ask('a');
  clock.ms += 60_000;
  expect(await ask()).toMatchObject({ filled: true });
});

test.each([
  ['http://shop.example.com/', 'fill/not-secure'],
  ['chrome://settings/', 'fill/not-allowed'],
  [null, 'fill/not-allowed'],
] as const)('at %s nothing is filled', async (url, fault) => {
  const { vault, ask } = await world({ url });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  expect(await codeOf(ask())).toBe(fault);
});

const inner = (over: Partial<Frame>): Frame => ({
  frameId: 3,
  origin: 'https://login.example.com',
  ancestors: [ORIGIN],
  ...over,
});
const bareTop: Frame = { frameId: 0, origin: ORIGIN, strength: 'none' };

test('a frame of the same site is filled, for all around it is the site itself', async () => {
  const { vault, ask, pushes } = await world({ frames: [bareTop, inner({})] });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  await ask();
  expect(pushes).toMatchObject([{ documentId: 'd3', expectOrigin: 'https://login.example.com' }]);
});

test.each([
  ['of another site', inner({ origin: 'https://evil.io' })],
  ['of a neighbour without https', inner({ origin: 'http://login.example.com' })],
  ['with a stranger in between', inner({ ancestors: ['https://evil.io', ORIGIN] })],
  ['whose surroundings the browser does not tell', inner({ ancestors: null })],
])('a frame %s gets nothing', async (_, frame) => {
  const { vault, ask, pushes } = await world({ frames: [bareTop, frame] });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  expect(await codeOf(ask())).toBe('fill/frame-refused');
  expect(pushes).toEqual([]);
});

test('a site framed by a stranger gets nothing', async () => {
  const frames = [
    { frameId: 0, origin: 'https://evil.io', strength: 'none' },
    inner({ ancestors: ['https://evil.io'] }),
  ];
  const { vault, ask, pushes } = await world({ url: 'https://evil.io/', frames });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  expect(await codeOf(ask('a'))).toBe('fill/wrong-site');
  expect(pushes).toEqual([]);
});

test('a page without a field says so, and no code is used up', async () => {
  const { vault, ask } = await world({ frames: [bareTop] });
  await vault.add('a', {
    sites: [bound('example.com')],
    factors: [otp({ kind: 'hotp', digits: 6, counter: 0 })],
  });
  expect(await codeOf(ask())).toBe('fill/no-field');
  const counter = await vault.keeper.read(({ account }) =>
    account.get('a')?.factors.find(({ sort }) => sort === 'otp'),
  );
  expect(counter).toMatchObject({ otp: { counter: 0 } });
});

test('an outcome from another document is not believed', async () => {
  const { vault, fill, pushes, contextOf } = await world();
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  await fill.handlers['fill.ask']({ tabId: TAB }, {});
  const nonce = pushes[0]?.nonce ?? '';
  await fill.handlers['fill.done'](
    { nonce, outcome: 'filled' },
    { ...contextOf(bareTop), documentId: 'other' },
  );
  expect(pushes).toHaveLength(1);
});

test('a click on the mark opens the popup, and fills by itself only where the user chose that', async () => {
  const { vault, fill, pushes, popups, contextOf } = await world();
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  const context = contextOf({ frameId: 0, origin: ORIGIN });
  await fill.handlers['field.found']({ fieldId: 'f1', shape: 'single', strength: 'offer' }, context);
  await fill.handlers['mark.clicked']({ fieldId: 'unknown' }, context);
  expect(popups).toHaveLength(0);
  await fill.handlers['mark.clicked']({ fieldId: 'f1' }, context);
  expect([popups.length, pushes.length]).toEqual([1, 0]);
  await vault.keeper.change({ did: 'account.siteBound', accountId: 'a', site: 'example.com' }, (contents) => [
    withRecord(contents, 'fact', oneClickId(ORIGIN), true),
    null,
  ]);
  await fill.handlers['mark.clicked']({ fieldId: 'f1' }, context);
  expect([popups.length, pushes.length]).toEqual([1, 1]);
  expect(pushes[0]?.replaceExisting).toBe(false);
});

test('the command fills, and opens the popup where it cannot', async () => {
  const { vault, fill, pushes, popups } = await world();
  expect(await fill.fillByCommand({ id: TAB })).toBe(false);
  expect(popups).toHaveLength(1);
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  expect(await fill.fillByCommand({ id: TAB })).toBe(true);
  expect(pushes).toHaveLength(1);
});

test('what pages report is counted for the popup and forgotten with the document', async () => {
  const { fill, contextOf } = await world();
  const context = contextOf({ frameId: 0, origin: ORIGIN });
  await fill.handlers['field.found']({ fieldId: 'f1', shape: 'row', strength: 'offer' }, context);
  expect(await fill.siteOfTab(TAB)).toMatchObject({
    site: 'example.com',
    secure: true,
    fields: 1,
    looksLike: null,
  });
  await fill.handlers['field.gone']({ fieldId: 'f1' }, context);
  expect(await fill.siteOfTab(TAB)).toMatchObject({ fields: 0 });
});

test('who asks why is told what was seen, the top document first, and a new page takes it all along', async () => {
  const { fill, contextOf } = await world({ frames: [bareTop] });
  const none = { fieldId: '', shape: 'none', strength: 'none' };
  const coupon = { label: 'Coupon', shape: 'single', verdict: 'otherTrade' };
  const search = { label: 'Search', shape: 'single', verdict: 'search' };
  const say = (seen: (typeof coupon)[], context: ReturnType<typeof contextOf>) =>
    fill.handlers['field.found']({ ...none, seen }, context);
  await say([coupon], contextOf(inner({})));
  await say([search], contextOf(bareTop));
  expect(await fill.handlers['fill.why']({ tabId: TAB }, {})).toEqual([search, coupon]);
  await say([], { ...contextOf(bareTop), documentId: 'next' });
  expect(await fill.handlers['fill.why']({ tabId: TAB }, {})).toEqual([]);
});
