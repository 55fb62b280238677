/** Who may send what: holds for every message there is and every one that comes. */
import { describe, expect, test, vi } from 'vitest';
import { answer, type Handlers } from '../../utils/platform/serve.ts';
import { type MessageName, protocol } from '../../utils/protocol.ts';

const us = { id: 'ourid', origin: 'chrome-extension://ourid' };
const tab = { id: 3, url: 'https://shop.example.com/login' } as chrome.tabs.Tab;
const page = { tab, documentId: 'D', frameId: 0 };

const ours: Record<string, chrome.runtime.MessageSender> = {
  'the popup': { id: 'ourid', origin: us.origin, url: `${us.origin}/popup.html` },
  'our page in a tab': {
    id: 'ourid',
    origin: us.origin,
    url: `${us.origin}/popup.html`,
    frameId: 0,
    tab: { ...tab, url: `${us.origin}/popup.html` },
  },
};
const pages: Record<string, chrome.runtime.MessageSender> = {
  'a page on https': { id: 'ourid', origin: 'https://shop.example.com', url: tab.url, ...page },
};
/** Measured contexts (see the design's table of senders) that may send nothing at all. */
const nobody: Record<string, chrome.runtime.MessageSender> = {
  'another extension': {
    id: 'other',
    origin: 'chrome-extension://other',
    url: 'chrome-extension://other/x.html',
  },
  'a sandboxed frame': {
    id: 'ourid',
    origin: 'null',
    url: 'https://shop.example.com/f',
    ...page,
    frameId: 7,
  },
  'our page framed by a web page': {
    id: 'ourid',
    origin: us.origin,
    url: `${us.origin}/popup.html`,
    ...page,
    frameId: 7,
  },
  'a file': { id: 'ourid', origin: 'file://', url: 'file:///x.html', ...page },
  'a host that begins like ours': {
    id: 'ourid',
    origin: `${us.origin}.evil.test`,
    url: `${us.origin}.evil.test/`,
  },
  'a sender without origin or address': { id: 'ourid' },
};

const names = Object.keys(protocol) as MessageName[];
const spied = () => Object.fromEntries(names.map((name) => [name, vi.fn(async () => 'secret')]));

async function refused(name: string, sender: chrome.runtime.MessageSender) {
  const handlers = spied();
  const reply = await answer(handlers as unknown as Handlers, us, { name, request: {} }, sender);
  for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
  return reply;
}

describe.each(names)('%s', (name) => {
  const wrong = { ...nobody, ...(protocol[name].from === 'ours' ? pages : ours) };

  test.each(Object.entries(wrong))('is refused from %s before its handler runs', async (_who, sender) => {
    expect(await refused(name, sender)).toEqual({ ok: false, code: 'message/forbidden' });
  });

  test('is refused when it carries what it must not', async () => {
    const sender = Object.values(protocol[name].from === 'ours' ? ours : pages)[0]!;
    const handlers = spied();
    const request = { surprise: 1 };
    const reply = await answer(handlers as unknown as Handlers, us, { name, request }, sender);
    expect(reply).toEqual({ ok: false, code: 'message/malformed' });
    expect(handlers[name]).not.toHaveBeenCalled();
  });
});

const pageNames = names.filter((name) => protocol[name].from === 'page');

test('there are messages of both sides, so that the tests above try something', () => {
  expect(pageNames.length).toBeGreaterThan(0);
  expect(pageNames.length).toBeLessThan(names.length);
});

test.each(Object.entries(ours))('%s is heard', async (_who, sender) => {
  const handlers = { ...spied(), 'vault.lock': vi.fn(async () => 'yes') };
  const reply = await answer(
    handlers as unknown as Handlers,
    us,
    { name: 'vault.lock', request: {} },
    sender,
  );
  expect(reply).toEqual({ ok: true, value: 'yes' });
});

test('a page learns nothing, whatever its handler returns or throws', async () => {
  const sender = pages['a page on https']!;
  const request = { fieldId: 'f' };
  const replies = await Promise.all(
    [async () => 'secret', async () => Promise.reject(new Error('secret'))].map((handler) =>
      answer(
        { ...spied(), 'field.gone': handler } as unknown as Handlers,
        us,
        { name: 'field.gone', request },
        sender,
      ),
    ),
  );
  expect(replies).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
});

test.each(['constructor', '__proto__', 'toString', 'nothing.known'])('%s is no message', async (name) => {
  expect(await refused(name, ours['the popup']!)).toEqual({ ok: false, code: 'message/malformed' });
});
