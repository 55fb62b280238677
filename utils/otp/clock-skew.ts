/**
 * How far this machine's clock is from a server's, by the `Date` of its answers. Each says a whole second only, and was written
 * some time between question and answer; several at different parts of the second narrow it down.
 */

export interface ClockSample {
  /** By this machine's clock. */
  readonly sentMs: number;
  readonly heardMs: number;
  /** The server's whole second. */
  readonly dateMs: number;
}

export interface Skew {
  /** To be added to this machine's clock; positive when it is slow. */
  readonly skewMs: number;
  /** Half the width of what the answers leave open. */
  readonly uncertaintyMs: number;
}

/** As kept in the vault under `CLOCK_SKEW`: measured here, for this machine only. */
export interface MeasuredSkew extends Skew {
  readonly site: string;
  readonly measuredAtMs: number;
}

/** Name of the fact. Stored: never rename. */
export const CLOCK_SKEW = 'clock.skew';

/** Servers accept a step more or less: what is nearer than this changes no code that matters. */
const NEAR_MS = 2000;

/** @returns null where there is no answer with a date. */
export function skewOf(samples: readonly ClockSample[]): Skew | null {
  const sound = samples.filter(({ sentMs, heardMs }) => heardMs >= sentMs);
  const all = between(sound);
  if (all !== null) return all;
  // Answers that contradict one another come from several machines, or over a clock that jumped: the quickest one counts.
  const [quickest] = [...sound].sort((a, b) => a.heardMs - a.sentMs - (b.heardMs - b.sentMs));
  return quickest === undefined ? null : between([quickest]);
}

/** What all of them allow. */
function between(samples: readonly ClockSample[]): Skew | null {
  if (samples.length === 0) return null;
  const least = Math.max(...samples.map(({ dateMs, heardMs }) => dateMs - heardMs));
  const most = Math.min(...samples.map(({ dateMs, sentMs }) => dateMs + 1000 - sentMs));
  if (least > most) return null;
  return { skewMs: Math.round((least + most) / 2), uncertaintyMs: Math.ceil((most - least) / 2) };
}

/** Far enough off that codes are computed wrongly, and not only by what the measurement leaves open. */
export function isOff({ skewMs, uncertaintyMs }: Skew): boolean {
  return Math.abs(skewMs) > NEAR_MS + uncertaintyMs;
}
