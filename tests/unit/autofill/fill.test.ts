import { expect, test } from 'vitest';
import { createFill } from '../../../entrypoints/background/handlers/fill.ts';
import type { BoundSite } from '../../../utils/accounts/account.ts';
import type { OtpFactor } from '../../../utils/factors/factor.ts';
import { Fault } from '../../../utils/fault.ts';
import type { FillPage } from '../../../utils/platform/fill-push.ts';
import type { FillPush } from '../../../utils/protocol.ts';
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
  readonly channel?: string;
  readonly ancestors?: readonly string[] | null;
}

/** A tab as the browser would show it, which reports when asked and fills what it is handed. */
async function world({
  url = `${ORIGIN}/login`,
  frames,
  outcome = 'filled',
  nowMs = 45_000,
  granted = false,
  hasPopup = true,
}: {
  url?: string | null;
  frames?: readonly Frame[];
  outcome?: string;
  nowMs?: number;
  granted?: boolean;
  hasPopup?: boolean;
} = {}) {
  const clock = handClock(nowMs);
  const vault = testVault({ clock });
  await vault.create();
  const shown = frames ?? [{ frameId: 0, origin: ORIGIN }];
  const pushes: (FillPush & { documentId: string })[] = [];
  const popups: number[] = [];
  const waits: number[] = [];
  const onWait: (() => void)[] = [];
  const beforePush: (() => void)[] = [];
  /** Everything else that was done to the tab, in order. */
  const done: string[] = [];
  const state = { url, outcome, inFront: true, isGone: false };
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
    isGranted: async () => granted,
    async inject(_tab, withMarks) {
      done.push(withMarks ? 'inject with marks' : 'inject');
      for (const frame of shown) {
        const strength = frame.strength ?? 'offer';
        const { channel } = frame;
        const report = { fieldId: strength === 'none' ? '' : 'f1', shape: 'single', strength, channel };
        await fill.handlers['field.found'](report, contextOf(frame));
      }
    },
    injectInto: async () => undefined,
    ancestorsOf: async (_tab, frameId) => shown.find((frame) => frame.frameId === frameId)?.ancestors ?? null,
    async push(_tab, { documentId, frameId }, push) {
      if (state.isGone) throw new Fault('fill/page-changed');
      pushes.push({ ...push, documentId });
      const frame = shown.find((one) => one.frameId === frameId);
      if (frame)
        await fill.handlers['fill.done']({ nonce: push.nonce, outcome: state.outcome }, contextOf(frame));
    },
    async openPopup() {
      popups.push(1);
      return hasPopup;
    },
    addTo: async (_tab, frameId, what) => void done.push(`add ${what} to ${frameId}`),
    leave: async () => void done.push('leave'),
    framesIn: async () => shown.filter(({ frameId }) => frameId !== 0).map(({ origin }) => `${origin}/`),
    isInFront: async () => state.inFront,
    sayAtMark: async () => void done.push('say at mark'),
  };
  const fill = createFill({
    keeper: vault.keeper,
    clock,
    session: memorySession(),
    page,
    // Time passes at once for long waits; short ones are limits that nothing here runs into.
    async wait(ms) {
      if (ms === 5000) return new Promise(() => undefined);
      if (ms > 700) {
        clock.ms += ms;
        onWait.shift()?.();
      }
      waits.push(ms);
    },
    nonce() {
      beforePush.shift()?.();
      return `nonce-${++count}`;
    },
    askForButton: async (_tab, isAsked) => void (isAsked && done.push('ask for button')),
  });
  const ask = (accountId?: string, confirmedHost?: string) =>
    fill.handlers['fill.ask']({ tabId: TAB, accountId, confirmedHost }, {});
  return { vault, fill, ask, done, onWait, beforePush, pushes, popups, waits, clock, state, contextOf };
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

test('a page that goes elsewhere while a fresher code is waited for gets none', async () => {
  const { vault, ask, pushes, state, onWait } = await world({ nowMs: 28_000 });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  onWait.push(() => {
    state.url = 'https://evil.io/';
  });
  expect(await codeOf(ask())).toBe('fill/page-changed');
  expect(pushes).toEqual([]);
});

test('another document at the same address while a fresher code is waited for gets none', async () => {
  const { vault, ask, pushes, fill, onWait, contextOf } = await world({ nowMs: 28_000 });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  onWait.push(() => {
    const report = { fieldId: 'f1', shape: 'single', strength: 'offer' };
    const context = { ...contextOf({ frameId: 0, origin: ORIGIN }), documentId: 'd-other' };
    void fill.handlers['field.found'](report, context);
  });
  expect(await codeOf(ask())).toBe('fill/page-changed');
  expect(pushes).toEqual([]);
  const journal = await vault.keeper.read(({ fact }) => [...fact.keys()]);
  expect(journal.filter((name) => name.startsWith('fill.used.'))).toEqual([]);
});

test.each([
  ['went to another site', 'https://evil.io/'],
  ['went to a page of the browser', 'chrome://newtab/'],
])('a counter stands where it stood when the page %s before the code left', async (_, url) => {
  const { vault, ask, pushes, state, beforePush } = await world();
  const factors = [otp({ kind: 'hotp', digits: 6, counter: 0 })];
  await vault.add('a', { sites: [bound('example.com')], factors });
  beforePush.push(() => {
    state.url = url;
  });
  expect(await codeOf(ask())).toBe('fill/page-changed');
  expect(pushes).toEqual([]);
  state.url = `${ORIGIN}/login`;
  await ask();
  expect(pushes.map(({ code }) => code)).toEqual([COUNTED[0]]);
});

test('a counter stands where it stood when the document is gone as the code comes', async () => {
  const { vault, ask, pushes, state } = await world();
  const factors = [otp({ kind: 'hotp', digits: 6, counter: 0 })];
  await vault.add('a', { sites: [bound('example.com')], factors });
  state.isGone = true;
  expect(await codeOf(ask())).toBe('fill/page-changed');
  state.isGone = false;
  await ask();
  expect(pushes.map(({ code }) => code)).toEqual([COUNTED[0]]);
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

test.each([
  ['came with an import', bound('example.com', 'import'), ORIGIN],
  ['has another name of the same owner', bound('google.com'), 'https://www.youtube.com'],
])(
  'a site that %s is filled only after a yes to the full host, and is sure from then on',
  async (_, site, origin) => {
    const { vault, ask, clock, pushes } = await world({
      url: `${origin}/`,
      frames: [{ frameId: 0, origin }],
    });
    const { host } = new URL(origin);
    await vault.add('a', { sites: [site], factors: [otp()] });
    expect(await codeOf(ask())).toBe('fill/ask-in-popup');
    expect(await codeOf(ask('a'))).toBe('fill/confirm-first');
    expect(await codeOf(ask('a', 'www.example.com'))).toBe('fill/confirm-first');
    expect(pushes).toEqual([]);
    await ask('a', host);
    clock.ms += 60_000;
    expect(await ask()).toMatchObject({ filled: true });
  },
);

test('a yes to a host opens no other door: another site stays another site', async () => {
  const { vault, ask, pushes } = await world();
  await vault.add('a', { sites: [bound('other.org')], factors: [otp()] });
  expect(await codeOf(ask('a', 'shop.example.com'))).toBe('fill/wrong-site');
  expect(pushes).toEqual([]);
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

test('a document that borrows its origin is not heard', async () => {
  const { fill, contextOf } = await world();
  const context = { ...contextOf(inner({})), url: 'about:srcdoc' };
  await fill.handlers['field.found']({ fieldId: 'f1', shape: 'single', strength: 'offer' }, context);
  expect(await fill.siteOfTab(TAB)).toMatchObject({ fields: 0 });
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

const oneClick = { ...bound('example.com'), oneClick: true };

/** The finder has reported its field and shows its mark. */
async function marked(options: Parameters<typeof world>[0] & { sites?: readonly BoundSite[] } = {}) {
  const made = await world({ granted: true, ...options });
  const context = made.contextOf({ frameId: 0, origin: ORIGIN });
  for (const [at, site] of (options.sites ?? [oneClick]).entries())
    await made.vault.add(`a${at}`, { sites: [site], factors: [otp()] });
  await made.fill.handlers['field.found']({ fieldId: 'f1', shape: 'single', strength: 'offer' }, context);
  const click = (sure: boolean, fieldId = 'f1', from = context) =>
    made.fill.handlers['mark.clicked']({ fieldId, sure }, from);
  return { ...made, context, click };
}

test('a checked click on the mark fills where the user chose that, and never over what was typed', async () => {
  const { click, pushes, popups, done } = await marked();
  expect(done).toEqual(['add click to 0']);
  await click(true);
  expect([popups.length, pushes.length]).toEqual([0, 1]);
  expect(pushes[0]?.replaceExisting).toBe(false);
});

test.each([
  ['nobody chose it', { sites: [bound('example.com')] }],
  ['it was chosen for another account of the same site too', { sites: [oneClick, oneClick] }],
  ['the site came with an import', { sites: [{ ...oneClick, source: 'import' as const }] }],
  ['the site is only an equivalent', { sites: [{ ...oneClick, site: 'example.org' }] }],
])('a checked click opens the popup where %s', async (_, options) => {
  const { click, pushes, popups } = await marked(options);
  await click(true);
  expect([popups.length, pushes.length]).toEqual([1, 0]);
});

test('a click that failed a check opens the popup, and the next one may be judged', async () => {
  const { click, pushes, popups, done } = await marked();
  await click(false);
  expect([popups.length, pushes.length]).toEqual([1, 0]);
  expect(done).toEqual(['add click to 0', 'add click to 0']);
});

test('clicks on marks nobody reported, in frames, or in a tab behind another one fill nothing', async () => {
  const { click, pushes, state, contextOf, fill } = await marked();
  await click(true, 'unknown');
  const framed = contextOf({ frameId: 3, origin: ORIGIN });
  await fill.handlers['field.found']({ fieldId: 'f1', shape: 'single', strength: 'offer' }, framed);
  await click(true, 'f1', framed);
  state.inFront = false;
  await click(true);
  expect(pushes).toEqual([]);
});

test('two clicks within three seconds fill once', async () => {
  const { click, pushes, clock, vault } = await marked({ sites: [] });
  await vault.add('a', { sites: [oneClick], factors: [otp({ kind: 'hotp', digits: 6, counter: 0 })] });
  await click(true);
  await click(true);
  expect(pushes).toHaveLength(1);
  clock.ms += 3000;
  await click(true);
  expect(pushes).toHaveLength(2);
});

test('where no popup can be opened the button on the toolbar asks, and the mark says so', async () => {
  const { click, done, fill } = await marked({ hasPopup: false, sites: [] });
  await click(false);
  expect(done).toEqual(['ask for button', 'say at mark']);
  expect(await fill.fillByCommand({ id: TAB })).toBe(false);
  expect(done.slice(2)).toEqual(['ask for button', 'say at mark']);
});

test('a page that is not allowed shows no mark, and nothing of ours stays there after a fill or a fault', async () => {
  const { vault, ask, done, state } = await world();
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  await ask();
  expect(done).toEqual(['inject', 'leave']);
  state.outcome = 'not-kept';
  expect(await codeOf(ask())).toBe('fill/not-kept');
  expect(done.slice(2)).toEqual(['inject', 'leave']);
});

test('the form is sent after the fill for accounts whose user chose that, and no other', async () => {
  const { vault, ask, done } = await world({ granted: true });
  const account = { sites: [bound('example.com')], factors: [otp()] };
  await vault.add('plain', account);
  await vault.add('sends', { ...account, submits: true });
  await ask('plain');
  expect(done).toEqual(['inject with marks']);
  await ask('sends');
  expect(done.slice(1)).toEqual(['inject with marks', 'add submit to 0']);
});

const LOGIN = 'https://login.other.org';
const allowed = { host: 'login.other.org', within: 'shop.example.com', addedAtMs: 0 };

test('a frame of another site is filled for the account whose user named it, on that page alone', async () => {
  const frames = [bareTop, inner({ origin: LOGIN })];
  const { vault, ask, pushes, fill } = await world({ frames });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  expect(await fill.handlers['fill.frames']({ tabId: TAB }, {})).toMatchObject([
    { host: 'login.other.org', within: 'shop.example.com' },
  ]);
  expect(await codeOf(ask('a'))).toBe('fill/frame-refused');
  await vault.add('b', { sites: [bound('example.com')], factors: [otp()], frames: [allowed] });
  await ask('b');
  expect(pushes).toMatchObject([{ documentId: 'd3', expectOrigin: LOGIN }]);
});

test.each([
  ['within another page', { ...allowed, within: 'www.example.com' }, inner({ origin: LOGIN })],
  ['of a neighbouring host', allowed, inner({ origin: 'https://evil.other.org' })],
  ['without https', allowed, inner({ origin: 'http://login.other.org' })],
  ['with a stranger in between', allowed, inner({ origin: LOGIN, ancestors: ['https://evil.io', ORIGIN] })],
  ['whose surroundings the browser does not tell', allowed, inner({ origin: LOGIN, ancestors: null })],
])('a named frame %s gets nothing', async (_, named, frame) => {
  const { vault, ask, pushes } = await world({ frames: [bareTop, frame] });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()], frames: [named] });
  expect(await codeOf(ask('a'))).toBe('fill/frame-refused');
  expect(pushes).toEqual([]);
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
    letters: [],
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

test.each([
  ['not-kept', 0],
  ['occupied', 0],
  ['hidden', 0],
  ['filled', 1],
  // The page went on, perhaps with the code.
  ['silent', 1],
])('a counter after “%s” stands at %i', async (outcome, counter) => {
  const { vault, ask } = await world({ outcome });
  await vault.add('a', {
    sites: [bound('example.com')],
    factors: [otp({ kind: 'hotp', digits: 6, counter: 0 })],
  });
  await ask().catch(() => undefined);
  const stands = await vault.keeper.read(({ account }) =>
    account.get('a')?.factors.flatMap((factor) => (factor.sort === 'otp' ? factor.otp.counter : [])),
  );
  expect(stands).toEqual([counter]);
});

test('where the page asks for a code that it sent, a command fills nothing, and the popup may', async () => {
  const frame = { frameId: 0, origin: ORIGIN, channel: 'sms' };
  const { vault, fill, ask, pushes, popups } = await world({ frames: [frame] });
  await vault.add('a', { sites: [bound('example.com')], factors: [otp()] });
  expect(await fill.fillByCommand({ id: TAB })).toBe(false);
  expect([pushes.length, popups.length]).toEqual([0, 1]);
  expect(await fill.siteOfTab(TAB)).toMatchObject({
    notes: { channel: 'sms', outcome: 'fill/sent-code' },
  });
  await ask('a');
  expect(pushes).toHaveLength(1);
});
