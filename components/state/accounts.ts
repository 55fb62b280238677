/** The accounts shown and their codes, and the verbs on them. */
import { batch, type Signal, signal } from '@preact/signals';
import { send } from '../../utils/platform/send.ts';
import type { AccountView, CodeView, FactorView } from '../../utils/views.ts';
import { clockSkew, nowMs } from './clock.ts';
import { askFirstPage } from './first-questions.ts';
import { afterPaint } from './paint.ts';
import { run } from './run.ts';
import { site, tabId } from './site.ts';

const REST = 10_000;
const CODES_A_MESSAGE = 200;

/** Null until the first answer. */
export const accounts = signal<readonly AccountView[] | null>(null);
/** How many there are in all, also while only the first are here. */
export const total = signal(0);

const codes = new Map<string, Signal<CodeView | null>>();
/** A later answer never overwrites what a newer question gave. */
let asked = 0;

export function codeOf(accountId: string): Signal<CodeView | null> {
  const known = codes.get(accountId);
  if (known !== undefined) return known;
  const made = signal<CodeView | null>(null);
  codes.set(accountId, made);
  return made;
}

/** The factor whose code a row shows: the first still in use, as the background has it. */
export function codeFactorOf(account: AccountView): FactorView | null {
  return (
    account.factors.find(({ sort, state }) => sort === 'otp' && state !== 'retired' && state !== 'lost') ??
    null
  );
}

/**
 * Resolves with the first page: the rest follows when the browser has nothing better to do.
 *
 * @param answer the first page, where it was asked for already.
 */
export async function loadAccounts(answer = askFirstPage(tabId.value)): Promise<void> {
  asked += 1;
  const question = asked;
  const first = await answer;
  if (question !== asked) return;
  keepCodes(first.codes);
  batch(() => {
    accounts.value = keepingRest(first.accounts, first.total);
    total.value = first.total;
    site.value = first.site;
    clockSkew.value = first.clock;
  });
  if (first.total > first.accounts.length) void run(() => loadRest(first.accounts, question));
}

async function loadRest(first: readonly AccountView[], question: number): Promise<void> {
  await afterPaint();
  await whenIdle();
  const about = tabId.value === undefined ? {} : { tabId: tabId.value };
  const rest = await send('accounts.list', { ...about, from: first.length, most: REST, withCodes: 0 });
  if (question === asked) accounts.value = [...first, ...rest.accounts];
}

/** While the rest is asked for again, the old rest stays, so that the list does not jump. */
function keepingRest(first: readonly AccountView[], count: number): readonly AccountView[] {
  const fresh = new Set(first.map(({ id }) => id));
  const rest = (accounts.peek() ?? []).filter(({ id }) => !fresh.has(id));
  return [...first, ...rest.slice(0, Math.max(0, count - first.length))];
}

export function forgetAccounts(): void {
  asked += 1;
  accounts.value = null;
  for (const code of codes.values()) code.value = null;
}

/** Asks for codes that are missing or have run out, for the rows on the screen only. */
export async function refreshCodes(shown: readonly AccountView[]): Promise<void> {
  const due = shown.filter((account) => codeFactorOf(account)?.moves === 'time' && isDue(account.id));
  for (let from = 0; from < due.length; from += CODES_A_MESSAGE) {
    const accountIds = due.slice(from, from + CODES_A_MESSAGE).map(({ id }) => id);
    keepCodes(await send('codes.read', { accountIds }));
  }
}

function isDue(accountId: string): boolean {
  const code = codeOf(accountId).peek();
  if (code === null) return true;
  return code.validUntilMs !== null && code.validUntilMs <= nowMs.peek();
}

function keepCodes(fresh: readonly CodeView[]): void {
  const seen = new Set<string>();
  for (const code of fresh) {
    // A counter's code is shown only when it was asked for: each is good for one use.
    if (seen.has(code.accountId) || (code.validUntilMs === null && code.fault === null)) continue;
    seen.add(code.accountId);
    codeOf(code.accountId).value = code;
  }
}

/** Moves a counter on. @returns its code. */
export async function nextCode(account: AccountView, factor: FactorView): Promise<CodeView> {
  const code = await send('codes.next', { accountId: account.id, factorId: factor.id });
  codeOf(account.id).value = code;
  return code;
}

export async function rename(accountId: string, service: string, login: string): Promise<void> {
  await send('accounts.rename', { accountId, service, login });
  await loadAccounts();
}

export async function remove(account: AccountView): Promise<void> {
  await send('accounts.delete', { accountId: account.id });
  accounts.value = accounts.value?.filter(({ id }) => id !== account.id) ?? null;
  total.value -= 1;
}

export async function undoRemove(account: AccountView): Promise<void> {
  await send('accounts.undelete', { accountId: account.id });
  await loadAccounts();
}

function whenIdle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: 500 });
    else setTimeout(done, 50);
  });
}
