/**
 * A field the user pointed at, as it is kept for its host: words and selectors that a person can read, and by which it is
 * found again. Says nothing of what was ever typed there, and keeps no query of an address.
 */
import type { Shape } from './field.ts';

export interface TaughtField {
  /** One CSS selector for each root on the way, e.g. `shop-login >>> input[name="code"]`. */
  readonly selector: string;
  readonly type: string;
  readonly name: string;
  readonly autocomplete: string;
  /** The page's words for it, cut short. */
  readonly label: string;
}

export interface FieldRule {
  readonly host: string;
  /** Path of the page; what looks like a number or a key stands as `*`. */
  readonly path: string;
  readonly shape: Shape;
  readonly fields: readonly TaughtField[];
  /** What the detector had against it where the user insisted; null elsewhere. A `Verdict`. */
  readonly insistedOn: string | null;
  readonly taughtAtMs: number;
}

/** Between the selectors of a shadow host and of what is inside of it. */
export const INTO_SHADOW = ' >>> ';

const LONGEST_WORD = 24;

/** `/u/*` for `/u/83712`: numbers and keys tell one visit from another, not one page from another. */
export function pathPattern(path: string): string {
  const parts = path.split('/').map((part) => {
    const keyLike = part.length > LONGEST_WORD || /\d{3}|%|=|@/.test(part);
    return keyLike ? '*' : part;
  });
  return parts.join('/').slice(0, 200);
}

/** Tells a set of rules from what it was before something was taught or forgotten. */
export function stampOf(rules: readonly FieldRule[]): string {
  return rules.length === 0 ? '' : `${rules.length}.${Math.max(...rules.map((rule) => rule.taughtAtMs))}`;
}
