/** What our pages are shown of a run: where it is, what is asked, what it did so far. */
import type { ServiceRules } from '../../../utils/factors/service-rules.ts';
import type { Scene, Step } from '../../../utils/flows/flow.ts';
import { canGoBack, sceneOf } from '../../../utils/flows/path.ts';
import { flowOf } from '../../../utils/flows/registry.ts';
import { nameToType } from '../../../utils/flows/run.ts';
import type { FlowRun } from '../../../utils/flows/run-record.ts';
import { troubleOf } from '../../../utils/flows/troubles.ts';
import type { Contents } from '../../../utils/vault/contents.ts';
import type { FlowRunView, FlowStepView, InputView } from '../../../utils/views.ts';
import { nameOf, wayInView } from './way-in-views.ts';

interface Chance {
  readonly nowMs: number;
  rulesOf(accountId: string): ServiceRules;
}

export function runView(contents: Contents, run: FlowRun, chance: Chance): FlowRunView {
  const flow = flowOf(run.flow);
  const account = contents.account.get(run.accountId ?? '') ?? null;
  const device = contents.device.get(run.deviceId ?? '') ?? null;
  const scene = sceneOf(contents, run, run.answers, chance);
  const step = run.state === 'open' ? flow?.steps.find(({ id }) => id === run.step) : undefined;
  // An account put into the trash meanwhile stops its flows: nothing can be asked about it.
  const isGone = run.accountId !== null && account?.deletedAtMs !== null;
  const cast = Object.entries(run.cast).flatMap(([part, factorId]) => {
    const factor = account?.factors.find(({ id }) => id === factorId);
    return account && factor ? [[part, wayInView(factor, account, contents.device)] as const] : [];
  });
  return {
    id: run.id,
    flow: run.flow,
    state: run.state,
    account: account && nameOf(account),
    device: device && { id: device.id, name: device.name },
    cast: Object.fromEntries(cast),
    step: step === undefined || isGone ? null : stepView(step, scene),
    canGoBack: flow !== null && canGoBack(flow, run),
    trouble: troubleView(run),
    deeds: run.deeds,
    queue: run.queue.flatMap((id) => {
      const waiting = contents.account.get(id);
      return waiting ? [nameOf(waiting)] : [];
    }),
    outcomes: run.outcomes,
    handsOff: scene.rules.handsOff,
    startedAtMs: run.startedAtMs,
    touchedAtMs: run.touchedAtMs,
  };
}

function stepView(step: Step, scene: Scene): FlowStepView {
  return {
    id: step.id,
    words: step.words,
    inputs: (step.inputs ?? []).map(
      (input): InputView => ({
        id: input.id,
        kind: input.kind,
        optional: input.optional ?? false,
        options: input.options?.(scene) ?? [],
        answer: scene.run.answers[input.id] ?? null,
      }),
    ),
    aids: step.aids ?? [],
    stops: step.stops?.(scene) ?? [],
    nameToType: scene.run.accountId === null ? '' : nameToType(scene.account),
    troubles: step.troubles ?? [],
  };
}

function troubleView({ trouble }: FlowRun): FlowRunView['trouble'] {
  const data = trouble && troubleOf(trouble.id);
  if (!trouble || !data) return null;
  const { remedies, waitSeconds } = data;
  return {
    ...trouble,
    remedies,
    waitUntilMs: waitSeconds === undefined ? null : trouble.atMs + waitSeconds * 1000,
  };
}
