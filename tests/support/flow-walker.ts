/** Walks flows over a small vault, saving and reading the run again between any two moves, as a killed worker would. */
import type { Account } from '../../utils/accounts/account.ts';
import type { Device } from '../../utils/factors/device.ts';
import type { Factor } from '../../utils/factors/factor.ts';
import { NO_RULES, type ServiceRules } from '../../utils/factors/service-rules.ts';
import { stepOf } from '../../utils/flows/path.ts';
import { flowOf } from '../../utils/flows/registry.ts';
import {
  answerRun,
  type Begin,
  backRun,
  beginRun,
  giveUpRun,
  type Moved,
  troubleRun,
} from '../../utils/flows/run.ts';
import type { FlowEvent } from '../../utils/flows/run-record.ts';
import { type Contents, EMPTY_CONTENTS, RECORD_TYPES } from '../../utils/vault/contents.ts';
import { handClock } from './memory-ports.ts';
import { makeAccount } from './test-vault.ts';

const base = { state: 'active', deviceId: null, addedAtMs: 0, lastUsedAtMs: null, label: '' } as const;
export const phoneFactor = (id: string, numberE164 = '+8613800001234'): Factor => ({
  ...base,
  id,
  sort: 'phone',
  numberE164,
});
export const emailFactor = (id: string, address: string): Factor => ({ ...base, id, sort: 'email', address });
export const keyFactor = (id: string): Factor => ({ ...base, id, sort: 'securityKey' });
export const otpFactor = (id: string): Factor => ({
  ...base,
  id,
  sort: 'otp',
  otp: { kind: 'totp', secretBase32: 'MFRGGZDFMZTWQ2LK', hash: 'SHA1', digits: 6, periodSeconds: 30 },
});
export const codesFactor = (id: string, left = 5): Factor => ({
  ...base,
  id,
  sort: 'recoveryCodes',
  codes: Array.from({ length: 5 }, (_, n) => ({
    text: `1234567${n}`,
    usedAtMs: n < left ? null : 1,
    usedOn: null,
  })),
});
export const deviceFor = (id: string, numberE164: string | null): Device => ({
  id,
  sort: 'phone',
  name: 'Phone',
  numberE164,
  carrier: '',
  carrierAccountId: null,
  state: 'inHand',
  lostAtMs: null,
  addedAtMs: 0,
});

interface With {
  readonly rules?: Partial<ServiceRules>;
  readonly others?: readonly (readonly Factor[])[];
  readonly devices?: readonly Device[];
}

/** One account `a` with these factors, and others `b0`, `b1`, … of the same service. */
export function walker(factors: readonly Factor[], { rules, others = [], devices = [] }: With = {}) {
  const accounts = [
    makeAccount({ id: 'a', factors }),
    ...others.map((own, n) => makeAccount({ id: `b${n}`, factors: own })),
  ];
  const clock = handClock();
  let ids = 0;
  let runId = '';
  let world: Contents = {
    ...EMPTY_CONTENTS,
    account: new Map(accounts.map((account) => [account.id, account])),
    device: new Map(devices.map((device) => [device.id, device])),
  };
  const events: FlowEvent[] = [];
  const chance = () => ({
    nowMs: clock.ms,
    newId: () => `n${ids++}`,
    rulesOf: () => ({ ...NO_RULES, ...rules }),
  });
  const move = (moved: Moved<Contents>) => {
    world = throughStorage(moved.world);
    runId = moved.run.id;
    events.push(moved.event);
  };
  return {
    clock,
    events,
    get world() {
      return world;
    },
    get run() {
      return world.flowRun.get(runId)!;
    },
    account: (id = 'a') => world.account.get(id)!,
    states: (id = 'a') => world.account.get(id)!.factors.map(({ sort, state }) => `${sort} ${state}`),
    step: () => stepOf(flowOf(world.flowRun.get(runId)!.flow)!, world.flowRun.get(runId)!.step),
    begin: (begin: Begin) => move(beginRun(world, begin, chance())),
    answer: (step: string, values: Record<string, string> = {}) =>
      move(answerRun(world, runId, step, values, chance())),
    trouble: (id: string) => move(troubleRun(world, runId, id, chance())),
    back: () => move(backRun(world, runId, chance())),
    giveUp: () => move(giveUpRun(world, runId, chance())),
    trash() {
      const account: Account = { ...world.account.get('a')!, deletedAtMs: clock.ms };
      world = { ...world, account: new Map(world.account).set('a', account) };
    },
    goTo(id: string) {
      runId = id;
    },
    resumeIn(earlier: Contents) {
      world = earlier;
    },
  };
}

/** What the vault would give back: JSON and nothing else. */
export function throughStorage(contents: Contents): Contents {
  const read = RECORD_TYPES.map((type) => [
    type,
    new Map(JSON.parse(JSON.stringify([...contents[type]])) as [string, never][]),
  ]);
  return Object.fromEntries(read) as unknown as Contents;
}
