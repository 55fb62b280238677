/** How dear a stretch this machine can afford: about half a second to a second, never below 64 MiB where it fits. */
import { isFault } from '../fault.ts';
import type { StretchCost } from './stretch.ts';

const MIB = 1024;
const AIM_MS = 800;
const MOST_KIB = 256 * MIB;

/** RFC 9106 §4, second recommendation, with one lane: WebAssembly gains nothing from more. */
const START: StretchCost = { memoryKib: 64 * MIB, passes: 3, lanes: 1 };
/** Where 64 MiB are not to be had: half the memory, twice the passes, down to OWASP's least. */
const SMALLER: readonly StretchCost[] = [
  { memoryKib: 32 * MIB, passes: 6, lanes: 1 },
  { memoryKib: 19 * MIB, passes: 10, lanes: 1 },
];

/**
 * Each step is really run, so that what comes out is known to fit into memory.
 *
 * @param timeMs runs one stretch of that cost and says how long it took.
 * @throws Fault `vault/kdf-out-of-memory` when not even 19 MiB are to be had.
 */
export async function calibrate(timeMs: (cost: StretchCost) => Promise<number>): Promise<StretchCost> {
  let tookMs = await timeWhereItFits(timeMs, START);
  if (tookMs === null) return await largestOfSmaller(timeMs);
  let cost = START;
  while (cost.memoryKib * 2 <= MOST_KIB && tookMs * 2 < AIM_MS) {
    const dearer = { ...cost, memoryKib: cost.memoryKib * 2 };
    tookMs = await timeWhereItFits(timeMs, dearer);
    if (tookMs === null) return cost;
    cost = dearer;
  }
  return cost;
}

async function largestOfSmaller(timeMs: (cost: StretchCost) => Promise<number>): Promise<StretchCost> {
  for (const cost of SMALLER.slice(0, -1)) {
    if ((await timeWhereItFits(timeMs, cost)) !== null) return cost;
  }
  const least = SMALLER[SMALLER.length - 1] as StretchCost;
  await timeMs(least);
  return least;
}

/** @returns null when it does not fit into memory. */
async function timeWhereItFits(
  timeMs: (cost: StretchCost) => Promise<number>,
  cost: StretchCost,
): Promise<number | null> {
  try {
    return await timeMs(cost);
  } catch (error) {
    if (isFault(error) && error.code === 'vault/kdf-out-of-memory') return null;
    throw error;
  }
}
