/** What each entry loads at once, gzipped, against its budget. */
import { sizesOf } from '../tools/sizes.ts';
import type { Measurement } from './measurement.ts';

export const bytes: Measurement = async (_options, found) => {
  for (const { name, gzippedBytes, budgetBytes } of sizesOf('chrome')) {
    found({
      name: `${name}, gzip, over its budget`,
      unit: 'B',
      ours: gzippedBytes,
      baseline: budgetBytes,
      ratio: gzippedBytes / budgetBytes,
      target: 1,
    });
  }
};
