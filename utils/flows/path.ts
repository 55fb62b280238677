/** Where a run stands and where it goes from there: its scene, the next step that is needed, the next account of its queue. */
import { accountIn } from '../accounts/edits.ts';
import { NO_RULES, type ServiceRules } from '../factors/service-rules.ts';
import { Fault } from '../fault.ts';
import type { Flow, Next, Scene, Step, World } from './flow.ts';
import type { AccountOutcome, FlowRun } from './run-record.ts';

/** What a move needs from outside. */
export interface Chance {
  readonly nowMs: number;
  newId(): string;
  rulesOf?(accountId: string): ServiceRules;
}

export function sceneOf(
  world: World,
  run: FlowRun,
  answers: Readonly<Record<string, string>>,
  chance: Pick<Chance, 'nowMs' | 'rulesOf'>,
): Scene {
  const { accountId } = run;
  return {
    world,
    run,
    answers,
    nowMs: chance.nowMs,
    rules: (accountId === null ? undefined : chance.rulesOf?.(accountId)) ?? NO_RULES,
    get account() {
      if (accountId === null) throw new Error('this flow has no account');
      return accountIn(world.account, accountId);
    },
    factor: (part) =>
      world.account.get(accountId ?? '')?.factors.find(({ id }) => id === run.cast[part]) ?? null,
  };
}

export function stepOf(flow: Flow, id: string): Step {
  const step = flow.steps.find((one) => one.id === id);
  if (step === undefined) throw new Fault('flow/not-found', flow.id);
  return step;
}

export function canGoBack(flow: Flow, run: FlowRun): boolean {
  const before = run.path.at(-1);
  return run.state === 'open' && before !== undefined && stepOf(flow, before).isFinal !== true;
}

export function goOn(
  flow: Flow,
  at: Step,
  next: Next | null,
  world: World,
  run: FlowRun,
  chance: Chance,
): FlowRun {
  if (next === 'end') return { ...run, state: 'done', path: [], outcomes: outcomesOf(run, 'done') };
  if (next !== null && 'account' in next) return nextAccount(flow, next.account, world, run, chance);
  const from = next === null ? flow.steps.indexOf(at) + 1 : flow.steps.indexOf(stepOf(flow, next.step));
  const step = firstNeeded(flow, from, world, run, chance);
  if (step === null) return { ...run, state: 'done', path: [], outcomes: outcomesOf(run, 'done') };
  return { ...run, step: step.id, path: [...run.path, at.id] };
}

function nextAccount(
  flow: Flow,
  outcome: AccountOutcome,
  world: World,
  run: FlowRun,
  chance: Chance,
): FlowRun {
  const outcomes = outcomesOf(run, outcome);
  const [accountId, ...queue] = run.queue.filter((id) => world.account.get(id)?.deletedAtMs === null);
  const ahead: FlowRun = { ...run, outcomes, queue, path: [] };
  if (accountId !== undefined && flow.eachFrom !== null) {
    const there = { ...ahead, accountId, answers: {}, cast: castIn(flow, world, accountId) };
    const from = flow.steps.indexOf(stepOf(flow, flow.eachFrom));
    const step = firstNeeded(flow, from, world, there, chance);
    if (step !== null) return { ...there, step: step.id };
  }
  if (flow.after === null) return { ...ahead, state: 'done' };
  return { ...ahead, accountId: null, step: flow.after };
}

export function castIn(flow: Flow, world: World, accountId: string | null): FlowRun['cast'] {
  const account = world.account.get(accountId ?? '');
  return account === undefined ? {} : (flow.castOf?.(account) ?? {});
}

function outcomesOf(run: FlowRun, outcome: AccountOutcome): FlowRun['outcomes'] {
  return run.accountId === null ? run.outcomes : { ...run.outcomes, [run.accountId]: outcome };
}

export function firstNeeded(
  flow: Flow,
  from: number,
  world: World,
  run: FlowRun,
  chance: Chance,
): Step | null {
  const scene = sceneOf(world, run, run.answers, chance);
  return flow.steps.slice(from).find((step) => step.isNeeded?.(scene) ?? true) ?? null;
}
