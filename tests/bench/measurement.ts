/** What can be measured. One file and one line here each. */
import { bytes } from './bytes.ts';
import { editing } from './editing.ts';
import { field } from './field.ts';
import type { Figure } from './figure.ts';
import { importing } from './importing.ts';
import { opening } from './opening.ts';
import { pageCost } from './page-cost.ts';
import { pageLoad } from './page-load.ts';
import { popup } from './popup.ts';
import { unlock } from './unlock.ts';

export interface BenchOptions {
  /** Of ours and the baseline, for each figure. */
  readonly pairs: number;
  /** The extension to measure: see `bench-extension.ts`. */
  readonly folder: string;
}

/** Calls back with each figure as soon as it is there. */
export type Measurement = (options: BenchOptions, found: (figure: Figure) => void) => Promise<void>;

export const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  bytes,
  popup,
  unlock,
  opening,
  editing,
  'page-load': pageLoad,
  'page-cost': pageCost,
  field,
  importing,
};
