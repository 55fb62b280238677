// @vitest-environment happy-dom
/** The list by keyboard and over time, as a user meets it: by roles, labels and texts. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AccountList } from '../../../components/popup/account-list.tsx';
import { accounts, codeOf, total } from '../../../components/state/accounts.ts';
import { nowMs } from '../../../components/state/clock.ts';
import { site, tabId } from '../../../components/state/site.ts';
import { showLanguage } from '../../../components/text/i18n.ts';
import type { AccountView } from '../../../utils/views.ts';

const row = (id: string, service: string, here = false): AccountView => ({
  id,
  service,
  login: `${id}@example.com`,
  sites: [],
  doubt: null,
  pinned: false,
  here,
  factors: [{ id: `f-${id}`, sort: 'otp', state: 'active', kind: 'totp', moves: 'time' }],
});
const github = {
  host: 'github.com',
  readable: 'github.com',
  site: 'github.com',
  secure: true,
  pattern: 'https://github.com/*',
  granted: true,
  fields: 1,
  looksLike: null,
  letters: [],
  notes: null,
};
let root: HTMLElement;

beforeEach(async () => {
  await showLanguage('en');
  nowMs.value = 0;
  tabId.value = 1;
  site.value = github;
  accounts.value = [row('a', 'GitHub', true), row('b', 'Google'), row('c', '支付宝')];
  total.value = 3;
  for (const id of ['a', 'b', 'c']) {
    // RFC 6238, appendix B: the codes at 59 s and 1111111109 s, taken here for any two that follow each other.
    codeOf(id).value = {
      accountId: id,
      factorId: `f-${id}`,
      text: '287082',
      validUntilMs: 30_000,
      periodSeconds: 30,
      nextText: '081804',
      fault: null,
    };
  }
  root = document.createElement('div');
  document.body.replaceChildren(root);
  await act(() => render(<AccountList />, root));
});

afterEach(async () => {
  await act(() => render(null, root));
});

const groups = () =>
  [...root.querySelectorAll('section')].map((group) => [
    group.getAttribute('aria-label'),
    [...group.querySelectorAll('.row-service')].map((name) => name.textContent),
  ]);
const press = (key: string, on: Element | null = document.activeElement) =>
  act(() => void on?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const focused = () =>
  document.activeElement?.closest('[data-row]')?.querySelector('.row-service')?.textContent;
const at = (ms: number) =>
  act(() => {
    nowMs.value = ms;
  });
const codeShown = () => root.querySelector('.code')?.textContent;

test('accounts of the site come first, under its name', () => {
  expect(groups()).toEqual([
    ['On github.com', ['GitHub']],
    ['Other accounts', ['Google', '支付宝']],
  ]);
});

test('arrows move along the rows and back to the search', async () => {
  await press('ArrowDown');
  expect(focused()).toBe('GitHub');
  await press('ArrowDown');
  expect(focused()).toBe('Google');
  await press('End');
  expect(focused()).toBe('支付宝');
  await press('Home');
  await press('ArrowUp');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Search accounts');
});

test('a letter pressed on a row goes to the search', async () => {
  await press('ArrowDown');
  await press('g');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Search accounts');
});

test('the next code is named in the last five seconds, and takes over at the end', async () => {
  expect(codeShown()).toBe('287 082');
  await at(24_999);
  expect(root.textContent).not.toContain('Next 081 804');
  await at(25_000);
  expect(root.textContent).toContain('Next 081 804');
  await at(30_000);
  expect(codeShown()).toBe('081 804');
});

test('a code that is neither now nor next is not shown', async () => {
  await at(60_000);
  expect(codeShown()).toBe('••• •••');
});

test('Enter in the search copies the first account found', async () => {
  const copied = vi.fn(async () => undefined);
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(copied);
  await press('Enter');
  expect(copied).toHaveBeenCalledWith('287082');
});

test('Enter that ends a composition copies nothing', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true });
  await act(() => void document.activeElement?.dispatchEvent(event));
  expect(copied).not.toHaveBeenCalled();
});

test.each([
  ['an insecure page', { ...github, secure: false }, 'not encrypted'],
  [
    'a look-alike',
    { ...github, host: 'xn--gthub-cua.com', looksLike: 'github.com' },
    'only looks like github.com',
  ],
])('%s gets no Fill, and the reason', async (_name, view, reason) => {
  const fillButtons = () => root.querySelectorAll('.row-fill').length;
  expect(fillButtons()).toBe(1);
  await act(() => {
    site.value = view;
  });
  expect(fillButtons()).toBe(0);
  expect(root.textContent).toContain(reason);
});
