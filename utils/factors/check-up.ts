/**
 * The check-up: what could lock its owner out, how bad it is, and which flow mends it.
 *
 * **The score** is the share of accounts, in percent, that no single loss locks out: not the loss of one device, one number, one
 * mailbox, nor of this browser. Accounts that carry money, mail or other sign-ins count three times. A code or a list kept here
 * survives the loss of this browser only when a backup was saved after it came. Accounts of which no way in is known are not
 * counted, since nothing can be said of them.
 */
import { type Device, hangsOn } from './device.ts';
import type { Factor } from './factor.ts';
import { importanceOf } from './importance.ts';
import { isDailyWay, isUsable } from './states.ts';
import type { Held } from './what-if-lost.ts';

export type Severity = 'high' | 'medium' | 'low';

export interface Finding {
  /** Words under `checkup.<id>`. */
  readonly id: string;
  readonly severity: Severity;
  /** Null for those about the vault itself. */
  readonly accountId: string | null;
  readonly factorId: string | null;
  /** A count or a day in milliseconds that the words speak of; null when they need none. */
  readonly value: number | null;
  /** The flow that mends it, or a page of ours: `backup`, `backups`, or one of the ways in. */
  readonly mend: string;
}

export interface CheckUpWorld {
  readonly account: ReadonlyMap<string, Held>;
  readonly device: ReadonlyMap<string, Device>;
  readonly flowRun: ReadonlyMap<string, OpenRun>;
  readonly fact: ReadonlyMap<string, unknown>;
}

interface OpenRun {
  readonly id: string;
  readonly flow: string;
  readonly state: string;
  readonly accountId: string | null;
  readonly touchedAtMs: number;
}

export interface CheckUp {
  /** 0 to 100; null when nothing is known to judge. */
  readonly score: number | null;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

const DAY_MS = 86_400_000;
const NEVER = -1;
const FEW_CODES = 3;
const STALE_PENDING_MS = 7 * DAY_MS;
const STALE_RUN_MS = 3 * DAY_MS;
const CHECK_PAPER_MS = 365 * DAY_MS;
const ENDS_SOON_MS = 60 * DAY_MS;

interface Look {
  readonly world: CheckUpWorld;
  readonly nowMs: number;
  readonly savedAtMs: number;
}
type OnAccount = (account: Held, look: Look) => readonly Omit<Finding, 'accountId'>[];

const none = { factorId: null, value: null };

/** About one account each. A new one is one entry here and its words. */
const ON_ACCOUNT: readonly OnAccount[] = [
  ({ factors }) =>
    factors.length > 0 && !factors.some(isUsable) && !factors.some(({ state }) => state === 'pending')
      ? [{ id: 'no-way', severity: 'high', ...none, mend: 'bind' }]
      : [],
  ({ factors }) => {
    const daily = factors.filter(isDailyWay);
    const isSmsOnly = daily.length > 0 && daily.every(({ sort }) => sort === 'phone');
    return isSmsOnly ? [{ id: 'sms-only', severity: 'medium', ...none, mend: 'retire-sms' }] : [];
  },
  ({ factors }) =>
    factors.filter(isUsable).length === 1
      ? [{ id: 'one-factor', severity: 'medium', ...none, mend: 'bind' }]
      : [],
  ({ factors }) =>
    factors.flatMap((factor) => {
      if (factor.sort !== 'recoveryCodes' || factor.state !== 'active') return [];
      const left = factor.codes.filter(({ usedAtMs }) => usedAtMs === null).length;
      const severity = left === 0 ? 'high' : 'medium';
      return left < FEW_CODES
        ? [{ id: 'few-codes', severity, factorId: factor.id, value: left, mend: 'new-codes' } as const]
        : [];
    }),
  ({ factors }, { nowMs }) =>
    factors.flatMap(({ id, sort, addedAtMs, rotateEveryDays, ...factor }) => {
      if (rotateEveryDays === undefined || !isUsable({ id, sort, addedAtMs, ...factor } as Factor)) return [];
      const dueMs = addedAtMs + rotateEveryDays * DAY_MS;
      const mend = sort === 'recoveryCodes' ? 'new-codes' : 'change';
      return dueMs <= nowMs
        ? [{ id: 'rotation-due', severity: 'low', factorId: id, value: dueMs, mend } as const]
        : [];
    }),
  ({ factors }, { nowMs }) =>
    factors.flatMap((factor) => {
      const { id, endsAtMs } = factor;
      if (endsAtMs === undefined || !isUsable(factor) || endsAtMs - nowMs > ENDS_SOON_MS) return [];
      const severity = endsAtMs - nowMs < 14 * DAY_MS ? 'high' : 'medium';
      return [{ id: 'ends-soon', severity, factorId: id, value: endsAtMs, mend: 'retire-sms' } as const];
    }),
  ({ factors }, { world }) =>
    factors.flatMap((factor) => {
      const isOnLost = [...world.device.values()].some(
        (device) => device.state === 'lost' && hangsOn(factor, device),
      );
      const stillBound = factor.state === 'lost' || (isOnLost && isUsable(factor));
      return stillBound
        ? [
            {
              id: 'lost-still-bound',
              severity: 'high',
              factorId: factor.id,
              value: null,
              mend: 'change',
            } as const,
          ]
        : [];
    }),
  ({ factors }, { nowMs }) =>
    factors
      .filter(({ state, addedAtMs }) => state === 'pending' && nowMs - addedAtMs > STALE_PENDING_MS)
      .map(({ id }) => ({ id: 'never-proven', severity: 'medium', factorId: id, value: null, mend: 'bind' })),
];

/** About the vault as a whole. */
function onVault({ world, nowMs, savedAtMs }: Look): Finding[] {
  const all = { ...none, accountId: null };
  const findings: Finding[] = [];
  const newest = Math.max(
    NEVER,
    ...[...world.account.values()].flatMap(({ factors }) => factors.map(({ addedAtMs }) => addedAtMs)),
  );
  if (newest > savedAtMs) {
    findings.push({
      ...all,
      id: savedAtMs === NEVER ? 'no-backup' : 'backup-old',
      severity: 'high',
      mend: 'backup',
    });
  }
  findings.push(...onAutomaticBackups(world));
  findings.push(...onWaysIn(world, nowMs));
  for (const run of world.flowRun.values()) {
    if (run.state !== 'open' || nowMs - run.touchedAtMs <= STALE_RUN_MS) continue;
    const { accountId, touchedAtMs } = run;
    findings.push({
      id: 'run-open',
      severity: 'medium',
      accountId,
      factorId: null,
      value: touchedAtMs,
      mend: run.flow,
    });
  }
  return findings;
}

/** What is read here of facts that `vault/rehearsal.ts` and `vault/way-facts.ts` keep. */
function onWaysIn({ account, fact }: CheckUpWorld, nowMs: number): Finding[] {
  const all = { ...none, accountId: null };
  const findings: Finding[] = [];
  if (fact.has('vault.rotationDue')) {
    findings.push({ ...all, id: 'old-key', severity: 'high', mend: 'rotate' });
  }
  if (account.size > 0 && !fact.has('backup.recipient')) {
    findings.push({ ...all, id: 'no-recovery', severity: 'medium', mend: 'recovery' });
  }
  const heldAtMs = fact.get('recovery.heldAtMs');
  if (typeof heldAtMs === 'number' && nowMs - heldAtMs > CHECK_PAPER_MS) {
    findings.push({ ...all, id: 'paper-unchecked', severity: 'low', value: heldAtMs, mend: 'paper' });
  }
  const rehearsal = fact.get('passphrase.rehearsal') as { readonly dueAtMs: number } | undefined;
  if (rehearsal !== undefined && nowMs >= rehearsal.dueAtMs) {
    findings.push({ ...all, id: 'not-rehearsed', severity: 'low', mend: 'rehearse' });
  }
  return findings;
}

/** What is read here of a place for backups; the rest is `backup/destination.ts`. */
interface Place {
  readonly addedAtMs: number;
  readonly files: readonly { readonly writtenAtMs: number }[];
  readonly fault: object | null;
}

function onAutomaticBackups({ account, fact }: CheckUpWorld): Finding[] {
  const all = { ...none, accountId: null, mend: 'backups' };
  const places = [...fact].flatMap(([name, held]) =>
    name.startsWith('backup.destination.') ? [held as Place] : [],
  );
  const isOff = places.length === 0 || !fact.has('backup.recipient');
  if (isOff) return account.size === 0 ? [] : [{ ...all, id: 'backup-off', severity: 'low' }];
  return places
    .filter(({ fault }) => fault !== null)
    .map(({ files, addedAtMs }) => {
      const value = files[0]?.writtenAtMs ?? addedAtMs;
      return { ...all, id: 'backup-failing', severity: 'high', value };
    });
}

const ORDER: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

export function checkUp(world: CheckUpWorld, nowMs: number): CheckUp {
  const saved = world.fact.get('backup.savedAtMs');
  const look: Look = { world, nowMs, savedAtMs: typeof saved === 'number' ? saved : NEVER };
  const findings = onVault(look);
  let safe = 0;
  let all = 0;
  for (const account of world.account.values()) {
    if (account.deletedAtMs !== null) continue;
    for (const check of ON_ACCOUNT) {
      for (const found of check(account, look)) findings.push({ ...found, accountId: account.id });
    }
    if (account.factors.length === 0) continue;
    const weight = importanceOf(account) === 'other' ? 1 : 3;
    all += weight;
    if (survivesAnyLoss(account, look)) safe += weight;
  }
  return {
    score: all === 0 ? null : Math.round((100 * safe) / all),
    findings: findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]),
  };
}

const NOWHERE = 'no single place';

/** Two ways that hang on different things, or one that no single loss takes. */
function survivesAnyLoss(account: Held, look: Look): boolean {
  const places = new Set(account.factors.filter(isUsable).map((factor) => placeOf(factor, look)));
  return places.has(NOWHERE) || places.size > 1;
}

/** What has to be lost for this way to be gone. */
function placeOf(factor: Factor, { world, savedAtMs }: Look): string {
  for (const device of world.device.values()) if (hangsOn(factor, device)) return device.id;
  if (factor.sort === 'otp' || factor.sort === 'recoveryCodes') {
    return factor.addedAtMs <= savedAtMs ? NOWHERE : 'this browser';
  }
  if (factor.sort === 'phone') return factor.numberE164;
  return factor.sort === 'email' ? factor.address.toLowerCase() : factor.id;
}
