// @vitest-environment happy-dom
/** What a user reads of a guide beside a walk, in both languages. The background is the real one, over an open vault. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hotlines } from '../../../components/manager/flow/hotlines.tsx';
import { ServiceGuide } from '../../../components/manager/flow/service-guide.tsx';
import { showLanguage } from '../../../components/text/i18n.ts';
import type { Language } from '../../../components/text/languages.ts';
import { managerWords } from '../../../components/text/manager-words.ts';
import { createGuides } from '../../../entrypoints/background/handlers/guides.ts';
import { testVault } from '../../support/test-vault.ts';

const asked = vi.hoisted(() => ({
  send: async (_name: string, _request: unknown): Promise<unknown> => null,
}));
vi.mock('../../../utils/platform/send.ts', () => ({
  send: (name: string, request: unknown) => asked.send(name, request),
  onPulse: () => () => undefined,
}));

const nobody = {
  pattern: '',
  isAllowed: async () => false,
  fetch: async () => '',
  load: async () => null,
  save: async () => undefined,
};
let root: HTMLElement;
let answers: Promise<unknown>[] = [];

beforeEach(async () => {
  const vault = testVault();
  await vault.create();
  await vault.add('qq', { service: 'QQ' });
  await vault.add('hub', { service: 'GitHub' });
  await vault.add('disc', { service: 'Discord' });
  await vault.add('shop', { service: 'Corner Shop' });
  const { handlers } = createGuides({ keeper: vault.keeper, clock: vault.clock, list: nobody });
  answers = [];
  asked.send = (name, request) => {
    const answer = handlers[name as 'guides.read'](request as never, {});
    answers.push(answer);
    return answer;
  };
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

afterEach(async () => {
  await act(() => render(null, root));
});

async function shown(language: Language, element: preact.JSX.Element): Promise<string> {
  await managerWords();
  await showLanguage(language);
  await act(() => render(element, root));
  await act(async () => void (await Promise.all(answers)));
  return root.textContent ?? '';
}

test('the steps of the service stand there in order, with what they rest on', async () => {
  const text = await shown('zh-CN', <ServiceGuide accountId="qq" flow="unbind" />);
  expect(text).toContain('操作指引：QQ');
  expect(root.querySelectorAll('ol li')).toHaveLength(5);
  expect(text).toContain('点击“解绑”');
  expect(text).toContain('菜单名称可能与你看到的不同');
  expect(root.querySelector('a')).toBeNull();
});

test('the one link leads to the page of the service itself, and tells it nothing', async () => {
  await shown('en', <ServiceGuide accountId="hub" flow="bind" />);
  const link = root.querySelector('a');
  expect(new URL(link?.href ?? '').hostname).toBe('docs.github.com');
  expect(link?.rel).toBe('noreferrer noopener');
  expect(link?.textContent).toBe('Its own page about this: docs.github.com');
});

test('a service without a guide shows its page alone, an unknown one nothing', async () => {
  await shown('en', <ServiceGuide accountId="disc" flow="bind" />);
  expect(root.querySelectorAll('li')).toHaveLength(0);
  expect(root.querySelectorAll('a')).toHaveLength(1);
  await act(() => render(null, root));
  expect(await shown('en', <ServiceGuide accountId="shop" flow="bind" />)).toBe('');
});

test('the hotlines stand there with the carriers, and how to find another', async () => {
  const text = await shown('zh-CN', <Hotlines />);
  expect(text).toContain('中国移动10086中国联通10010中国电信10000');
  expect(text).toContain('营业厅');
});
