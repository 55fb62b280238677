/**
 * The engine: begin, answer, go back, meet trouble, give up. Each move takes the world and gives the next one with the run
 * saved in it, so that a run goes on after any interruption from what is stored. It knows no flow by name.
 */
import { accountIn } from '../accounts/edits.ts';
import type { FactorState } from '../factors/factor.ts';
import { Fault } from '../fault.ts';
import { Edit } from './edit.ts';
import type { Flow, Scene, Stop, World } from './flow.ts';
import { readInputs } from './inputs.ts';
import { type Chance, canGoBack, castIn, firstNeeded, goOn, sceneOf, stepOf } from './path.ts';
import { flowOf } from './registry.ts';
import type { FlowEvent, FlowRun } from './run-record.ts';
import { troubleOf } from './troubles.ts';

export interface Begin {
  readonly flow: string;
  readonly accountIds?: readonly string[];
  readonly factorId?: string;
  readonly deviceId?: string;
}

export interface Moved<W> {
  readonly world: W;
  readonly run: FlowRun;
  readonly event: FlowEvent;
}

/** @throws Fault `flow/not-found`, `flow/wrong-start`, `account/not-found`, `factor/not-found`, `device/not-found`. */
export function beginRun<W extends World>(world: W, begin: Begin, chance: Chance): Moved<W> {
  const flow = knownFlow(begin.flow);
  checkBegin(world, flow, begin);
  const named = begin.accountIds ?? [];
  const [accountId = null, ...rest] = flow.accountsFor ? [] : named;
  const queue = flow.accountsFor?.(world, begin.deviceId ?? '') ?? rest;
  const blank: FlowRun = {
    id: chance.newId(),
    flow: flow.id,
    state: 'open',
    accountId,
    deviceId: begin.deviceId ?? null,
    step: '',
    path: [],
    answers: {},
    cast: begin.factorId === undefined ? castIn(flow, world, accountId) : { old: begin.factorId },
    queue,
    outcomes: {},
    consents: [],
    trouble: null,
    deeds: [],
    startedAtMs: chance.nowMs,
    touchedAtMs: chance.nowMs,
  };
  const run = { ...blank, step: firstNeeded(flow, 0, world, blank, chance)?.id ?? '' };
  if (run.step === '') throw new Fault('flow/wrong-start');
  return moved(world, run, 'flow.started');
}

/**
 * @param step the step that was answered: an answer to a step that has been left since (a second click, an old page) is refused.
 * @throws Fault `flow/not-found`, `flow/finished`, `flow/step-changed`, `flow/answer-missing`, `flow/bad-answer`,
 *   `flow/last-factor`, and what the inputs and the step itself throw. Then nothing has changed.
 */
export function answerRun<W extends World>(
  world: W,
  runId: string,
  step: string,
  given: Readonly<Record<string, string>>,
  chance: Chance,
): Moved<W> {
  const { flow, run, at } = openRun(world, runId, step);
  const before = sceneOf(world, run, run.answers, chance);
  const { all, kept } = readInputs(at.inputs ?? [], given, before);
  const consents = consentsOf(at.stops?.(before) ?? [], given, before);
  const scene = sceneOf(world, run, { ...run.answers, ...all }, chance);
  const edit = new Edit(world, chance.nowMs, chance.newId);
  at.apply?.(scene, edit);
  const answered: FlowRun = {
    ...run,
    answers: { ...run.answers, ...kept },
    cast: { ...run.cast, ...edit.cast },
    consents: [...new Set([...run.consents, ...consents])],
    trouble: null,
    deeds: [...run.deeds, { step, accountId: run.accountId, atMs: chance.nowMs, changes: edit.changes }],
    touchedAtMs: chance.nowMs,
  };
  const changed = edit.finish(world, answered.consents);
  const next = at.next?.(sceneOf(changed, answered, scene.answers, chance)) ?? null;
  const went = goOn(flow, at, next, changed, answered, chance);
  const did = went.state === 'done' ? 'flow.finished' : 'flow.stepped';
  return moved(changed, went, did, { step, consents, changes: edit.changes, accountId: run.accountId });
}

/** Something went wrong on the way: the run stays where it is, and what was done stays done. @throws Fault `flow/bad-answer`. */
export function troubleRun<W extends World>(
  world: W,
  runId: string,
  trouble: string,
  chance: Chance,
): Moved<W> {
  const { run, at } = openRun(world, runId, null);
  if (troubleOf(trouble) === null || !at.troubles?.some((id) => id === trouble)) {
    throw new Fault('flow/bad-answer', 'trouble');
  }
  const again = run.trouble?.id === trouble && run.trouble.step === run.step ? run.trouble.times : 0;
  const met = { id: trouble, step: run.step, atMs: chance.nowMs, times: again + 1 };
  return moved(world, { ...run, trouble: met, touchedAtMs: chance.nowMs }, 'flow.troubled', { trouble });
}

/** Factors keep what happened to them. @throws Fault `flow/no-way-back` at the first step and behind a final one. */
export function backRun<W extends World>(world: W, runId: string, chance: Chance): Moved<W> {
  const { flow, run } = openRun(world, runId, null);
  const step = run.path.at(-1);
  if (step === undefined || !canGoBack(flow, run)) throw new Fault('flow/no-way-back');
  const left = { ...run, step, path: run.path.slice(0, -1), trouble: null, touchedAtMs: chance.nowMs };
  return moved(world, left, 'flow.wentBack', { step });
}

const AFTER_GIVING_UP: Partial<Record<FactorState, FactorState>> = {
  pending: 'retired',
  replacing: 'active',
  retiring: 'active',
};

/** What was begun and not proven is put aside, what was to be replaced is in full use again. Nothing is thrown away. */
export function giveUpRun<W extends World>(world: W, runId: string, chance: Chance): Moved<W> {
  const { run, at } = openRun(world, runId, null);
  const edit = new Edit(world, chance.nowMs, chance.newId);
  const account = world.account.get(run.accountId ?? '');
  const factors = account?.deletedAtMs === null && !at.leavesAsIs ? account.factors : [];
  for (const { id, state } of factors) {
    const back = AFTER_GIVING_UP[state];
    if (account && back && Object.values(run.cast).includes(id)) edit.move(account.id, id, back);
  }
  const deed = { step: run.step, accountId: run.accountId, atMs: chance.nowMs, changes: edit.changes };
  const given: FlowRun = {
    ...run,
    state: 'givenUp',
    trouble: null,
    deeds: [...run.deeds, deed],
    touchedAtMs: chance.nowMs,
  };
  return moved(edit.finish(world, run.consents), given, 'flow.givenUp', { changes: edit.changes });
}

function knownFlow(id: string): Flow {
  const flow = flowOf(id);
  if (flow === null) throw new Fault('flow/not-found', id);
  return flow;
}

function openRun(world: World, runId: string, step: string | null) {
  const run = world.flowRun.get(runId);
  if (run === undefined) throw new Fault('flow/not-found');
  if (run.state !== 'open') throw new Fault('flow/finished');
  if (step !== null && run.step !== step) throw new Fault('flow/step-changed');
  const flow = knownFlow(run.flow);
  return { flow, run, at: stepOf(flow, run.step) };
}

function checkBegin(world: World, flow: Flow, begin: Begin): void {
  const accounts = (begin.accountIds ?? []).map((id) => accountIn(world.account, id));
  const needsAccount = flow.about === 'account' || flow.about === 'factor';
  if (needsAccount && accounts.length === 0) throw new Fault('flow/wrong-start');
  if (accounts.length > 1 && flow.eachFrom === null) throw new Fault('flow/wrong-start');
  if (flow.about === 'factor') {
    if (!accounts[0]?.factors.some(({ id }) => id === begin.factorId)) throw new Fault('factor/not-found');
  }
  if (flow.about === 'device' && !world.device.has(begin.deviceId ?? '')) throw new Fault('device/not-found');
}

/** Ticks are asked for at every walk; a deliberate act is asked for by the service's own name, and remembered. */
function consentsOf(stops: readonly Stop[], given: Readonly<Record<string, string>>, scene: Scene): string[] {
  return stops.map(({ id, needs }) => {
    const said = given[`accept.${id}`] ?? '';
    const wanted = needs === 'tick' ? 'yes' : nameToType(scene.account);
    if (folded(said) === '' || folded(said) !== folded(wanted)) {
      throw new Fault(id === 'last-factor' ? 'flow/last-factor' : 'flow/answer-missing', id);
    }
    return `${id}:${scene.account.id}`;
  });
}

/** What a deliberate act asks to be typed. */
export const nameToType = ({ service, login }: { readonly service: string; readonly login: string }) =>
  service.trim() || login.trim() || 'OK';

const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase();

function moved<W extends World>(
  world: W,
  run: FlowRun,
  did: FlowEvent['did'],
  told: Partial<Omit<FlowEvent, 'did' | 'flow' | 'runId'>> = {},
): Moved<W> {
  const event: FlowEvent = {
    did,
    flow: run.flow,
    runId: run.id,
    accountId: run.accountId,
    step: run.step,
    trouble: '',
    consents: [],
    changes: [],
    ...told,
  };
  return { world: { ...world, flowRun: new Map(world.flowRun).set(run.id, run) }, run, event };
}
