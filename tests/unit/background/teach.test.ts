import { expect, test, vi } from 'vitest';
import { createTeach } from '../../../entrypoints/background/handlers/teach.ts';
import type { TeachPage } from '../../../utils/platform/teach-push.ts';
import type { RulesPush } from '../../../utils/protocol.ts';
import { handClock, memorySession } from '../../support/memory-ports.ts';
import { testVault } from '../../support/test-vault.ts';

const TAB = 7;
const CONTEXT = {
  origin: 'https://shop.example.com',
  url: 'https://shop.example.com/code',
  tabId: TAB,
  frameId: 0,
  documentId: 'd0',
  tabUrl: 'https://shop.example.com/code',
};
const FIELD = { selector: 'input#x', type: 'text', name: 'x', autocomplete: '', label: 'Reference' };
const TOLD = { path: '/code', shape: 'single' as const, fields: [FIELD], insistedOn: null };

async function world(url = 'https://shop.example.com/code') {
  const vault = testVault({ clock: handClock(1000) });
  await vault.create();
  const told: RulesPush[] = [];
  const begun: string[] = [];
  const page: TeachPage = {
    urlOf: async () => url,
    begin: async (_tab, { nonce }) => void begun.push(nonce),
    end: async () => undefined,
    tellRules: async (_tab, _place, push) => void told.push(push),
    look: async () => undefined,
    openPopup: async () => true,
  };
  let count = 0;
  const teach = createTeach({
    keeper: vault.keeper,
    clock: handClock(1000),
    session: memorySession(),
    page,
    nonce: () => `n${++count}`,
  });
  const start = () => teach.handlers['teach.start']({ tabId: TAB, words: {} }, {});
  return { vault, teach, told, begun, start };
}

const list = ({ handlers }: Awaited<ReturnType<typeof world>>['teach']) => handlers['rules.list']({}, {});

test('what was pointed at is kept for its host, once for each asking', async () => {
  const { teach, start, told } = await world();
  await start();
  await teach.handlers['teach.done']({ nonce: 'made-up', ...TOLD }, CONTEXT);
  expect(await list(teach)).toEqual([]);
  await teach.handlers['teach.done']({ nonce: 'n1', ...TOLD }, CONTEXT);
  await teach.handlers['teach.done']({ nonce: 'n1', ...TOLD }, CONTEXT);
  expect(await list(teach)).toEqual([{ ...TOLD, id: 'n1', host: 'shop.example.com', taughtAtMs: 1000 }]);
  expect(told.at(-1)?.rules).toHaveLength(1);
});

test('another tab cannot answer for the one that was asked', async () => {
  const { teach, start } = await world();
  await start();
  await teach.handlers['teach.done']({ nonce: 'n1', ...TOLD }, { ...CONTEXT, tabId: 8 });
  expect(await list(teach)).toEqual([]);
});

test('nothing is pointed at where nothing is ever filled', async () => {
  const { start, begun } = await world('http://shop.example.com/code');
  await expect(start()).rejects.toMatchObject({ code: 'fill/not-secure' });
  expect(begun).toEqual([]);
});

test('a document that does not know the rules of its host is told them, and its report waits', async () => {
  const { teach, start, told } = await world();
  await start();
  await teach.handlers['teach.done']({ nonce: 'n1', ...TOLD }, CONTEXT);
  told.length = 0;
  const report = vi.fn(async () => null);
  const found = teach.afterRules(report);
  const request = { fieldId: '', shape: 'none', strength: 'none' };
  await found(request, CONTEXT);
  expect([report.mock.calls.length, told.length]).toEqual([0, 1]);
  await found({ ...request, rules: '1.1000' }, CONTEXT);
  expect([report.mock.calls.length, told.length]).toEqual([1, 1]);
  await found(request, { ...CONTEXT, origin: 'https://other.example.com' });
  expect([report.mock.calls.length, told.length]).toEqual([2, 1]);
});

test('what is forgotten is told to nobody any more', async () => {
  const { teach, start } = await world();
  await start();
  await teach.handlers['teach.done']({ nonce: 'n1', ...TOLD }, CONTEXT);
  expect(await teach.handlers['rules.remove']({ ruleId: 'n1' }, {})).toEqual([]);
  await expect(teach.handlers['rules.remove']({ ruleId: 'n1' }, {})).rejects.toMatchObject({
    code: 'fill/no-rule',
  });
});
