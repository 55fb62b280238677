/** What is entered for a person goes to the account's own site only; a recovery code is ticked off once it is in the page, not before. */
import { expect, test } from 'vitest';
import { entryHandlers } from '../../../entrypoints/background/handlers/fill-entry.ts';
import type { EntryFrame, EntryOrder, EntryOutcome } from '../../../utils/platform/fill-aid.ts';
import { codesFactor } from '../../support/flow-walker.ts';
import { testVault } from '../../support/test-vault.ts';

const fault = (code: string) => expect.objectContaining({ code });

interface Framed extends EntryFrame {
  readonly ancestors: readonly string[] | null;
  readonly outcome: EntryOutcome;
}

async function at(url: string | null, outcome: EntryOutcome = 'filled', frames: readonly Framed[] = []) {
  const vault = testVault();
  await vault.create();
  const sites = [{ site: 'example.com', exactHost: false, source: 'user', addedAtMs: 0 }] as const;
  await vault.add('a', { factors: [codesFactor('c', 2)], sites });
  const orders: EntryOrder[] = [];
  const sent: string[] = [];
  const { 'fill.entry': ask } = entryHandlers({
    keeper: vault.keeper,
    clock: vault.clock,
    urlOf: async () => url,
    enterInto: async (_tab, order, frameId = 0) => {
      orders.push(order);
      return frameId === 0 ? outcome : (frames.find((one) => one.frameId === frameId)?.outcome ?? 'gone');
    },
    framesOf: async () => frames,
    ancestorsOf: async (_tab, frameId) => frames.find((one) => one.frameId === frameId)?.ancestors ?? null,
    fillSent: async (_tab, code) => {
      sent.push(code);
    },
  });
  const codes = () =>
    vault.keeper.read(({ account }) => {
      const [factor] = account.get('a')?.factors ?? [];
      return factor?.sort === 'recoveryCodes' ? factor.codes : [];
    });
  type Entry = Parameters<typeof ask>[0]['entry'];
  const enter = (entry: Entry) => ask({ tabId: 1, accountId: 'a', entry }, {});
  return { vault, enter, orders, sent, codes };
}

const PAGE = 'https://login.example.com/verify?next=1';

test('a number goes as people write it there, and with its country where the field shows a plus', async () => {
  const { enter, orders } = await at(PAGE);
  await enter({ sort: 'number', number: '１３８ 0000 1234', country: 'CN' });
  expect(orders).toEqual([
    {
      sort: 'number',
      text: '13800001234',
      wide: '+8613800001234',
      expectOrigin: 'https://login.example.com',
    },
  ]);
});

const TOP = 'https://login.example.com';
const FORM = { frameId: 3, origin: 'https://id.example.com', ancestors: [TOP], outcome: 'filled' } as const;

test('a page without the field has it in a frame of its own site', async () => {
  const other = { ...FORM, frameId: 2, outcome: 'no-field' } as const;
  const { enter, orders, codes } = await at(PAGE, 'no-field', [other, FORM]);
  await enter({ sort: 'recovery', factorId: 'c' });
  expect(orders.map(({ expectOrigin }) => expectOrigin)).toEqual([TOP, FORM.origin, FORM.origin]);
  expect((await codes()).filter(({ usedOn }) => usedOn === 'login.example.com')).toHaveLength(1);
});

test.each([
  ['of another site', { ...FORM, origin: 'https://evil.example.net' }],
  ['of its own site in one of another', { ...FORM, ancestors: ['https://evil.example.net', TOP] }],
  ['whose surroundings the browser does not tell', { ...FORM, ancestors: null }],
  ['without https', { ...FORM, origin: 'http://id.example.com' }],
])('a frame %s gets nothing, and a recovery code stays good', async (_, frame) => {
  const { enter, orders, codes } = await at(PAGE, 'no-field', [frame]);
  const before = await codes();
  await expect(enter({ sort: 'recovery', factorId: 'c' })).rejects.toEqual(fault('fill/no-entry-field'));
  expect(orders).toHaveLength(1);
  expect(await codes()).toEqual(before);
});

test('a number that is none is refused before anything is put into the page', async () => {
  const { enter, orders } = await at(PAGE);
  await expect(enter({ sort: 'number', number: '02012345678', country: 'CN' })).rejects.toEqual(
    fault('phone/landline'),
  );
  expect(orders).toEqual([]);
});

test('the next unused recovery code is entered, and ticked off with when and where', async () => {
  const { vault, enter, orders, codes } = await at(PAGE);
  const before = (await codes()).findIndex(({ usedAtMs }) => usedAtMs === null);
  expect(await enter({ sort: 'recovery', factorId: 'c' })).toEqual({ codesLeft: 1 });
  const used = (await codes())[before];
  expect(orders[0]?.text).toBe(used?.text);
  expect(used).toMatchObject({ usedAtMs: vault.clock.ms, usedOn: 'login.example.com' });
});

test('a code that is named and used already is refused', async () => {
  const { enter, orders } = await at(PAGE);
  await expect(enter({ sort: 'recovery', factorId: 'c', at: 4 })).rejects.toEqual(
    fault('codes/used-already'),
  );
  expect(orders).toEqual([]);
});

test.each([
  ['no-field', 'fill/no-entry-field'],
  ['not-kept', 'fill/not-kept'],
  ['gone', 'fill/field-gone'],
  ['not-allowed', 'fill/not-allowed'],
  ['wrong-site', 'fill/page-changed'],
] as const)('a recovery code that the page did not take (%s) stays good', async (outcome, code) => {
  const { enter, codes } = await at(PAGE, outcome);
  const before = await codes();
  await expect(enter({ sort: 'recovery', factorId: 'c' })).rejects.toEqual(fault(code));
  expect(await codes()).toEqual(before);
});

test.each([
  ['another site', 'https://example.com.evil.example/', 'fill/wrong-site'],
  ['a page without https', 'http://example.com/', 'fill/not-secure'],
  ['a page the browser keeps from us', null, 'fill/not-allowed'],
  ['a page of the browser', 'chrome://settings/', 'fill/not-allowed'],
])('nothing is entered into %s', async (_, url, code) => {
  const { enter, orders, sent } = await at(url);
  await expect(enter({ sort: 'recovery', factorId: 'c' })).rejects.toEqual(fault(code));
  await expect(enter({ sort: 'message', text: 'Your code is 123456' })).rejects.toEqual(fault(code));
  expect([...orders, ...sent]).toEqual([]);
});

// The last line of the web standard for codes bound to an origin.
test('the code of a message is entered, unless the message binds it to another site', async () => {
  const { enter, sent } = await at(PAGE);
  await enter({ sort: 'message', text: '【铜壶茶铺】验证码 481253，5 分钟内有效。' });
  await enter({ sort: 'message', text: 'Your code is 902211.\n\n@login.example.com #902211' });
  await expect(
    enter({ sort: 'message', text: 'Your code is 333333.\n\n@other.example #333333' }),
  ).rejects.toEqual(expect.objectContaining({ code: 'sms/other-site', detail: 'other.example' }));
  await expect(enter({ sort: 'message', text: '您的包裹已到南门，请于 20:00 前取件。' })).rejects.toEqual(
    fault('sms/no-code'),
  );
  expect(sent).toEqual(['481253', '902211']);
});
