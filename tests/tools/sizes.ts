/** Sizes of a build against `budgets.json`: gzipped bytes of all that an entry loads at once. */

import budgets from './budgets.json' with { type: 'json' };
import { filesOf, firstLoad, gzippedBytes, type Target } from './bundles.ts';

export interface Size {
  /** A name of `budgets.json`. */
  readonly name: string;
  readonly files: readonly string[];
  readonly gzippedBytes: number;
  readonly budgetBytes: number;
}

interface Budget {
  readonly name: string;
  /** Matches the entry in the build; each match is measured by itself, and the largest one counts. */
  readonly entry: string;
  readonly gzippedBytes: number;
}

/** Entries that the build does not have are left out: the contract test decides which must be there. */
export function sizesOf(target: Target): Size[] {
  const files = filesOf(target);
  return (budgets as readonly Budget[]).flatMap(({ name, entry, gzippedBytes: budgetBytes }) => {
    const pattern = new RegExp(entry);
    return files
      .filter((file) => pattern.test(file))
      .map((file) => {
        const loaded = firstLoad(target, file);
        const bytes = loaded.reduce((sum, path) => sum + gzippedBytes(target, path), 0);
        return { name: `${name} (${file})`, files: loaded, gzippedBytes: bytes, budgetBytes };
      });
  });
}

export function describeSize({ name, gzippedBytes: bytes, budgetBytes }: Size): string {
  const share = Math.round((100 * bytes) / budgetBytes);
  return `${name.padEnd(58)} ${String(bytes).padStart(8)} B gzip, ${share} % of ${budgetBytes}`;
}
