/** What a measurement gives: ours beside its baseline, taken in turns, so that a busy moment of the machine strikes both. */

export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'B';
  readonly ours: number;
  readonly baseline: number;
  /** Of ours to its baseline. A time is the median of the ratios of the pairs: a pair was taken within a second or two. */
  readonly ratio: number;
  /** The ratio that is aimed at; null where there is none. */
  readonly target: number | null;
}

export interface Pair {
  readonly ours: number;
  readonly baseline: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Who goes first changes from pair to pair. The first pair only warms up, and is not counted. */
export async function inPairs(
  count: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let at = 0; at <= count; at += 1) {
    const first = at % 2 === 0 ? await ours() : await baseline();
    const second = at % 2 === 0 ? await baseline() : await ours();
    pairs.push(at % 2 === 0 ? { ours: first, baseline: second } : { ours: second, baseline: first });
  }
  return pairs.slice(1);
}

export function timeFigure(name: string, pairs: readonly Pair[], target: number | null): Figure {
  return {
    name,
    unit: 'ms',
    ours: median(pairs.map(({ ours }) => ours)),
    baseline: median(pairs.map(({ baseline }) => baseline)),
    ratio: median(pairs.map(({ ours, baseline }) => ours / baseline)),
    target,
  };
}

export function isMissed({ ratio, target }: Figure): boolean {
  return target !== null && ratio > target;
}

export function describeFigure(figure: Figure): string {
  const { name, unit, ours, baseline, ratio, target } = figure;
  const amount = (value: number) => `${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`.padStart(10);
  const wanted = target === null ? '' : `  wanted ≤ ${target}${isMissed(figure) ? '  MISSED' : ''}`;
  return `${name.padEnd(72)} ${amount(ours)} over ${amount(baseline)} = ${ratio.toFixed(3)}${wanted}`;
}
