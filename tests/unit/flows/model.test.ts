/**
 * Any sequence of moves through any flows, with the worker killed, the clock set forward and back and what was put aside long ago
 * let go between any two of them: no account ends without a way in that its owner did not knowingly give up, no factor is ever
 * missing that the journal does not let go of, and the journal explains the state.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../../utils/accounts/account.ts';
import { isDailyWay, KEPT_DAYS } from '../../../utils/factors/states.ts';
import { isFault } from '../../../utils/fault.ts';
import type { Input, Scene, World } from '../../../utils/flows/flow.ts';
import { type Chance, sceneOf, stepOf } from '../../../utils/flows/path.ts';
import { FLOWS, flowOf } from '../../../utils/flows/registry.ts';
import { answerRun, backRun, beginRun, giveUpRun, type Moved, troubleRun } from '../../../utils/flows/run.ts';
import type { FlowEvent } from '../../../utils/flows/run-record.ts';
import { type Contents, EMPTY_CONTENTS } from '../../../utils/vault/contents.ts';
import { longRetired, withoutFactors } from '../../../utils/vault/retired.ts';
import {
  codesFactor,
  deviceFor,
  emailFactor,
  keyFactor,
  otpFactor,
  phoneFactor,
  throughStorage,
} from '../../support/flow-walker.ts';
import { makeAccount } from '../../support/test-vault.ts';

/** One number steers each choice that a move has: which run, which answer, whether it is a careless one. */
interface Act {
  readonly what: 'begin' | 'answer' | 'back' | 'trouble' | 'giveUp' | 'kill' | 'clock' | 'tidy';
  readonly dice: readonly number[];
}

const ACTS = fc.array(
  fc.record({
    // Answers are by far the most frequent thing a person does.
    what: fc.constantFrom<Act['what'][]>(
      'begin',
      'answer',
      'answer',
      'answer',
      'answer',
      'answer',
      'back',
      'trouble',
      'giveUp',
      'kill',
      'clock',
      'tidy',
    ),
    dice: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 5, maxLength: 60, size: 'max' },
);

const SECRETS = ['JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ', 'MFRGGZDFMZTWQ2LK'];
const NUMBERS = [
  '13900001234',
  '１３７００００１２３４',
  '13600001234',
  '15000001234',
  '13800001234',
  '010-62345678',
  '12ab',
];
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  tick: ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', ''],
  country: ['CN', ''],
  phone: NUMBERS,
  email: ['ann@example.com', 'bob@example.com', 'eve@example.com', 'not an address'],
  secret: [...SECRETS.map((secret) => `otpauth://totp/S:a?secret=${secret}`), 'nonsense'],
  codes: ['12345678\n23456789', '', '34567890\n45678901', 'nothing here'],
  day: ['2026-12-31', '', '2027-01-31', '2026-13-45'],
  text: ['A name', ''],
};

function start(): Contents {
  const accounts: Account[] = [
    makeAccount({ id: 'a', factors: [phoneFactor('a1')] }),
    makeAccount({
      id: 'b',
      service: 'Mail',
      factors: [phoneFactor('b1'), otpFactor('b2'), codesFactor('b3')],
    }),
    makeAccount({
      id: 'c',
      service: 'Bank',
      factors: [keyFactor('c1'), emailFactor('c2', 'ann@example.com')],
    }),
    makeAccount({ id: 'd', service: 'Empty', factors: [] }),
  ];
  return {
    ...EMPTY_CONTENTS,
    account: new Map(accounts.map((account) => [account.id, account])),
    device: new Map([['phone', deviceFor('phone', '+8613800001234')]]),
  };
}

/** What takes ways away is begun more often: that is where harm could come from. */
const BEGUN = [
  ...FLOWS,
  ...['unbind', 'unbind', 'change', 'unbind', 'retire-sms', 'unbind', 'unbind', 'bind'].map(
    (id) => flowOf(id)!,
  ),
];

const pick = <T>(list: readonly T[], dice: number): T | undefined => list[dice % Math.max(1, list.length)];

function answerFor(input: Input, scene: Scene, dice: number): string {
  // Half of the answers are the first choice, so that walks come to their end.
  if (input.kind === 'choice')
    return pick(input.options?.(scene) ?? [], dice % 2 === 0 ? 0 : dice >> 1)?.id ?? '';
  return pick(GIVEN[input.kind] ?? [''], dice) ?? '';
}

function act(world: Contents, { what, dice }: Act, chance: Chance): Moved<Contents> | null {
  const [first = 0, second = 0, third = 0] = dice;
  if (what === 'begin') {
    const flow = pick(BEGUN, first);
    const account = pick([...world.account.values()], second);
    const factorId = pick(account?.factors ?? [], third)?.id;
    const accountIds = flow?.about === 'device' ? [] : [account?.id ?? ''];
    return beginRun(
      world,
      {
        flow: flow?.id ?? '',
        accountIds,
        deviceId: 'phone',
        ...(flow?.about === 'factor' ? { factorId: factorId ?? '' } : {}),
      },
      chance,
    );
  }
  const run = pick(
    [...world.flowRun.values()].filter(({ state }) => state === 'open'),
    first,
  );
  if (!run) return null;
  if (what === 'back') return backRun(world, run.id, chance);
  if (what === 'giveUp') return second % 4 === 0 ? giveUpRun(world, run.id, chance) : null;
  const step = stepOf(flowOf(run.flow)!, run.step);
  if (what === 'trouble')
    return troubleRun(world, run.id, pick(step.troubles ?? [], second) ?? 'none', chance);
  const scene = sceneOf(world, run, run.answers, chance);
  const values: Record<string, string> = {};
  for (const [at, input] of (step.inputs ?? []).entries())
    values[input.id] = answerFor(input, scene, dice[at + 3] ?? 0);
  // Sometimes a stop is passed, sometimes it is met by a careless click.
  for (const { id, needs } of step.stops?.(scene) ?? []) {
    values[`accept.${id}`] =
      second % 4 === 0 ? 'yes' : needs === 'deliberate' ? scene.account.service : 'yes';
  }
  return answerRun(world, run.id, run.step, values, chance);
}

/** Thousands of looks a second: an `expect` each would take most of the time. */
function holds(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not so: ${what}`);
}

/** Where the journal says each factor is, and what its owner said to it; grows with the events. */
function createTeller(before: World) {
  const told = new Map<string, string>();
  const mayBeShut = new Set<string>();
  for (const { id, factors } of before.account.values()) {
    for (const factor of factors) told.set(`${id} ${factor.id}`, factor.state);
    if (!factors.some(isDailyWay)) mayBeShut.add(id);
  }
  return {
    hear({ changes, consents }: FlowEvent): void {
      for (const { accountId, factorId, from, to } of changes) {
        const key = `${accountId} ${factorId}`;
        holds((told.get(key) ?? null) === from, `${key} came from where the journal left it`);
        told.set(key, to);
        if (to === 'lost') mayBeShut.add(accountId);
      }
      for (const consent of consents) mayBeShut.add(consent.replace(/^last-factor:/, ''));
    },
    /** All that the journal says of it is how many went: each of them has to be one that may go. */
    hearPurge(world: World, left: World, ways: number, nowMs: number): void {
      const open = [...world.flowRun.values()].filter(({ state }) => state === 'open');
      const atWork = new Set(
        open.flatMap(({ cast, answers }) => [...Object.values(cast), ...Object.values(answers)]),
      );
      let went = 0;
      for (const { id: accountId, factors } of world.account.values()) {
        const kept = new Set(left.account.get(accountId)?.factors.map(({ id }) => id));
        for (const { id, goneSinceMs = nowMs } of factors.filter((factor) => !kept.has(factor.id))) {
          const key = `${accountId} ${id}`;
          holds(told.get(key) === 'retired', `${key} was put aside before it was let go`);
          holds(nowMs - goneSinceMs > KEPT_DAYS * 86_400_000, `${key} was kept for its days`);
          holds(!atWork.has(id), `no walk under way works with ${key}`);
          told.delete(key);
          went += 1;
        }
      }
      holds(went === ways, 'the journal counts what was let go');
    },
    check(world: World): void {
      let held = 0;
      for (const { id: accountId, factors } of world.account.values()) {
        held += factors.length;
        for (const { id, state } of factors) {
          holds(told.get(`${accountId} ${id}`) === state, `the journal explains ${id} of ${accountId}`);
        }
        holds(mayBeShut.has(accountId) || factors.some(isDailyWay), `${accountId} can be entered`);
      }
      holds(held === told.size, 'every factor there ever was is still there');
    },
  };
}

/** @returns how far it came, so that a model that never moves is noticed. */
function walk(
  acts: readonly Act[],
  letsGo: boolean,
): {
  readonly moves: number;
  readonly changes: number;
  readonly ended: number;
  readonly purged: number;
} {
  const before = start();
  let world = before;
  let nowMs = Date.UTC(2026, 10, 20);
  let ids = 0;
  const teller = createTeller(before);
  let moves = 0;
  let changes = 0;
  let purged = 0;
  for (const one of acts) {
    if (one.what === 'kill') world = throughStorage(world);
    if (one.what === 'clock') nowMs += ((one.dice[0] ?? 0) - 4000) * 3_600_000;
    if (one.what === 'tidy' && letsGo) {
      const due = longRetired(world, nowMs);
      const [left, ways] = [withoutFactors(world, due), due.length];
      teller.hearPurge(world, left, ways, nowMs);
      world = left;
      purged += ways;
      teller.check(world);
    }
    if (one.what === 'kill' || one.what === 'clock' || one.what === 'tidy') continue;
    try {
      const moved = act(world, one, { nowMs, newId: () => `n${ids++}` });
      if (moved === null) continue;
      world = moved.world;
      moves += 1;
      changes += moved.event.changes.length;
      teller.hear(moved.event);
    } catch (error) {
      // Refused: nothing may have changed. Anything but a fault is a mistake of ours.
      if (!isFault(error)) throw error;
    }
    teller.check(world);
  }
  const ended = [...world.flowRun.values()].filter(({ state }) => state === 'done').length;
  return { moves, changes, ended, purged };
}

test.each([
  ['and nothing is ever let go', false],
  ['and what was put aside is let go after its days', true],
])(
  'whatever is done in whatever order, %s, nobody is locked out unknowingly and nothing is lost',
  (_, letsGo) => {
    let moves = 0;
    let changes = 0;
    let ended = 0;
    let purged = 0;
    fc.assert(
      fc.property(ACTS, (acts) => {
        const came = walk(acts, letsGo);
        moves += came.moves;
        changes += came.changes;
        ended += came.ended;
        purged += came.purged;
      }),
      { numRuns: 1500 },
    );
    expect(moves).toBeGreaterThan(2000);
    expect(changes).toBeGreaterThan(300);
    expect(ended).toBeGreaterThan(20);
    if (letsGo) expect(purged).toBeGreaterThan(5);
    else expect(purged).toBe(0);
  },
  60_000,
);
