/**
 * Takes what a backup holds beside accounts into what is there. What is here stays: a device of a known id is only filled up,
 * a walk through a flow that went further wins, a fact is taken where there is none of its name.
 */
import type { Device } from '../factors/device.ts';
import type { Contents } from '../vault/contents.ts';
import { type Destination, destinationsIn, factOfDestination } from './destination.ts';
import type { FlowRun, Kept } from './kept.ts';
import type { Outcome } from './merge.ts';

type Outcomes = ReadonlyMap<string, Outcome>;

/** @param outcomes of the accounts of the backup; those that were left out are not in it. */
export function withRest(
  contents: Contents,
  { devices = [], flowRuns = [], facts = {} }: Kept,
  outcomes: Outcomes,
): Contents {
  const device = new Map(contents.device);
  for (const one of devices) device.set(one.id, mergedDevice(device.get(one.id), one, outcomes));
  const flowRun = new Map(contents.flowRun);
  for (const run of flowRuns) {
    const there = movedRun(run, outcomes);
    const here = flowRun.get(run.id);
    if (there !== null && (here === undefined || here.touchedAtMs < there.touchedAtMs))
      flowRun.set(run.id, there);
  }
  const fact = new Map([...Object.entries(facts), ...contents.fact]);
  for (const one of destinationsIn(fact)) {
    const name = factOfDestination(one.id);
    if (!contents.fact.has(name)) fact.set(name, toBeWrittenAnew(one));
  }
  return { ...contents, device, flowRun, fact };
}

/** Its files are of another installation: the next backup is due at once, and says whether the place still works. */
const toBeWrittenAnew = (one: Destination) => JSON.parse(JSON.stringify({ ...one, digest: null }));

function mergedDevice(here: Device | undefined, there: Device, outcomes: Outcomes): Device {
  const carrierAccountId = placeOf(there.carrierAccountId, outcomes);
  if (here === undefined) return { ...there, carrierAccountId };
  return {
    ...there,
    ...here,
    name: here.name || there.name,
    numberE164: here.numberE164 ?? there.numberE164,
    carrier: here.carrier || there.carrier,
    carrierAccountId: here.carrierAccountId ?? carrierAccountId,
  };
}

/** @returns null for a walk at an account that was not taken. */
function movedRun(run: FlowRun, outcomes: Outcomes): FlowRun | null {
  if (run.accountId !== null && !outcomes.has(run.accountId)) return null;
  return {
    ...run,
    accountId: placeOf(run.accountId, outcomes),
    queue: run.queue.flatMap((id) => outcomes.get(id)?.id ?? []),
    outcomes: Object.fromEntries(
      Object.entries(run.outcomes).map(([id, outcome]) => [outcomes.get(id)?.id ?? id, outcome]),
    ),
    deeds: run.deeds.map((deed) => ({ ...deed, accountId: placeOf(deed.accountId, outcomes) })),
  };
}

const placeOf = (id: string | null, outcomes: Outcomes) =>
  id === null ? null : (outcomes.get(id)?.id ?? null);
