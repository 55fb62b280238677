/**
 * What could not be entered any more if these devices were gone: what is left for each account, in which order to act, and the
 * circles in which each account waits for another one. Linear in the number of factors.
 */
import { areEquivalent } from '../sites/equivalents.ts';
import { type Device, hangsOn } from './device.ts';
import type { Factor } from './factor.ts';
import { type Importance, importanceOf, RANK } from './importance.ts';
import { isUsable } from './states.ts';

/** The part of an account that is asked; what an account holds besides does not matter here. */
export interface Held {
  readonly id: string;
  readonly service: string;
  readonly login: string;
  readonly sites: readonly { readonly site: string }[];
  readonly factors: readonly Factor[];
  readonly deletedAtMs: number | null;
}

export interface HeldWorld {
  readonly account: ReadonlyMap<string, Held>;
  readonly device: ReadonlyMap<string, Device>;
}

export interface Hit {
  readonly accountId: string;
  readonly importance: Importance;
  /** Ways that hang on what is lost, or on an account that is. */
  readonly lostFactorIds: readonly string[];
  /** Ways that still let in, recovery codes among them. */
  readonly leftFactorIds: readonly string[];
  /** Only recovery codes are left: they are soon used up. */
  readonly onlyCodes: boolean;
  /** Accounts to get back first: the mailbox of its address, the carrier's account of its number. */
  readonly waitsFor: readonly string[];
}

export interface WhatIfLost {
  /** Worst first: nothing left, then money, mail, identity providers. */
  readonly hits: readonly Hit[];
  /** Accounts that wait for one another, so that none can be the first. */
  readonly circles: readonly (readonly string[])[];
  readonly untouched: number;
}

export function whatIfLost(world: HeldWorld, deviceIds: readonly string[]): WhatIfLost {
  const lost = deviceIds.flatMap((id) => world.device.get(id) ?? []);
  const accounts = [...world.account.values()].filter(({ deletedAtMs }) => deletedAtMs === null);
  const mailboxOf = mailboxFinder(accounts);
  const lockedOut = lockedOutOf(accounts, lost, mailboxOf);
  const hits = accounts.flatMap((account) => hitOf(account, lost, mailboxOf, lockedOut) ?? []);
  const out = new Set(
    hits.filter(({ leftFactorIds }) => leftFactorIds.length === 0).map((hit) => hit.accountId),
  );
  return {
    hits: hits.sort(byUrgency),
    circles: circlesIn(hits.filter(({ accountId }) => out.has(accountId))),
    untouched: accounts.length - hits.length,
  };
}

type MailboxOf = (address: string) => Held | null;

/** Grows until nothing more falls: an address is gone when its mailbox cannot be entered. */
function lockedOutOf(accounts: readonly Held[], lost: readonly Device[], mailboxOf: MailboxOf): Set<string> {
  const entered = new Set<string>();
  const readers = new Map<string, Held[]>();
  const ready: Held[] = [];
  for (const account of accounts) {
    const ways = account.factors.filter((factor) => isUsable(factor) && !isOn(factor, lost));
    const boxes = ways.map((factor) => (factor.sort === 'email' ? mailboxOf(factor.address) : null));
    if (ways.length === 0 && account.factors.some(isUsable)) continue;
    // A mailbox that is not in the vault is its owner's affair: taken as open.
    if (ways.length === 0 || boxes.some((box) => box === null)) ready.push(account);
    else for (const box of boxes) if (box) readers.set(box.id, [...(readers.get(box.id) ?? []), account]);
  }
  for (const account of ready) {
    if (entered.has(account.id)) continue;
    entered.add(account.id);
    ready.push(...(readers.get(account.id) ?? []));
  }
  return new Set(accounts.filter(({ id }) => !entered.has(id)).map(({ id }) => id));
}

const isOn = (factor: Factor, lost: readonly Device[]) => lost.some((device) => hangsOn(factor, device));

function hitOf(
  account: Held,
  lost: readonly Device[],
  mailboxOf: MailboxOf,
  lockedOut: ReadonlySet<string>,
): Hit | null {
  const gone: Factor[] = [];
  const left: Factor[] = [];
  const waitsFor = new Set<string>();
  for (const factor of account.factors.filter(isUsable)) {
    const device = lost.find((one) => hangsOn(factor, one));
    const box = factor.sort === 'email' ? mailboxOf(factor.address) : null;
    const isShut = box !== null && lockedOut.has(box.id);
    if (device?.carrierAccountId && factor.sort === 'phone') waitsFor.add(device.carrierAccountId);
    if (isShut) waitsFor.add(box.id);
    (device || isShut ? gone : left).push(factor);
  }
  if (gone.length === 0) return null;
  return {
    accountId: account.id,
    importance: importanceOf(account),
    lostFactorIds: gone.map(({ id }) => id),
    leftFactorIds: left.map(({ id }) => id),
    onlyCodes: left.length > 0 && left.every(({ sort }) => sort === 'recoveryCodes'),
    waitsFor: [...waitsFor],
  };
}

/** The account behind an address: its log-in is the address, and its site the one that the address names. */
function mailboxFinder(accounts: readonly Held[]): MailboxOf {
  const byLogin = new Map<string, Held[]>();
  for (const account of accounts) {
    const login = folded(account.login);
    if (login.includes('@')) byLogin.set(login, [...(byLogin.get(login) ?? []), account]);
  }
  return (address) => {
    const domain = folded(address).split('@').at(-1) ?? '';
    const label = domain.split('.')[0] ?? '';
    const isMailbox = ({ sites, service }: Held) =>
      sites.some(({ site }) => site === domain || areEquivalent(site, domain)) ||
      (label.length > 1 && folded(service).includes(label));
    return byLogin.get(folded(address))?.find(isMailbox) ?? null;
  };
}

const folded = (text: string) => text.trim().toLowerCase();

function byUrgency(a: Hit, b: Hit): number {
  return (
    severity(a) - severity(b) ||
    RANK[a.importance] - RANK[b.importance] ||
    (a.accountId < b.accountId ? -1 : 1)
  );
}

/** Without any way, with codes that run out, with another way. */
function severity({ leftFactorIds, onlyCodes }: Hit): number {
  return leftFactorIds.length === 0 ? 0 : onlyCodes ? 1 : 2;
}

/** Strongly connected parts of "waits for" (Tarjan, 1972), without recursion: a thousand accounts may wait in one row. */
function circlesIn(hits: readonly Hit[]): string[][] {
  const edges = new Map(hits.map(({ accountId, waitsFor }) => [accountId, waitsFor]));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: string[][] = [];
  for (const start of edges.keys()) {
    if (order.has(start)) continue;
    const walk: { id: string; at: number }[] = [{ id: start, at: 0 }];
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const { id } = top;
      if (top.at === 0 && !order.has(id)) {
        order.set(id, order.size);
        low.set(id, order.get(id) ?? 0);
        open.push(id);
        isOpen.add(id);
      }
      const next = edges.get(id)?.[top.at++];
      if (next === undefined) {
        walk.pop();
        const parent = walk.at(-1)?.id;
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(id) ?? 0));
        if (low.get(id) !== order.get(id)) continue;
        const circle = open.splice(open.indexOf(id));
        for (const member of circle) isOpen.delete(member);
        if (circle.length > 1 || edges.get(id)?.includes(id)) circles.push(circle);
      } else if (edges.has(next)) {
        if (!order.has(next)) walk.push({ id: next, at: 0 });
        else if (isOpen.has(next)) low.set(id, Math.min(low.get(id) ?? 0, order.get(next) ?? 0));
      }
    }
  }
  return circles;
}
