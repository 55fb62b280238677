/** Ways in that were put aside: after 90 days they are let go, so that old numbers and secrets do not lie here for ever. */
import { KEPT_DAYS } from '../factors/states.ts';
import { type Contents, withRecord } from './contents.ts';

const DAY_MS = 86_400_000;

/**
 * @returns ids. Those that a walk under way works with, or was told of by its owner, stay until it ends. What is lost stays
 *   too: it may still be bound somewhere.
 */
export function longRetired({ account, flowRun }: Contents, nowMs: number): string[] {
  const atWork = new Set(
    [...flowRun.values()].flatMap(({ state, cast, answers }) =>
      state === 'open' ? [...Object.values(cast), ...Object.values(answers)] : [],
    ),
  );
  return [...account.values()]
    .filter(({ deletedAtMs }) => deletedAtMs === null)
    .flatMap(({ factors }) => factors)
    .filter(
      ({ id, state, goneSinceMs }) =>
        state === 'retired' &&
        goneSinceMs !== undefined &&
        nowMs - goneSinceMs > KEPT_DAYS * DAY_MS &&
        !atWork.has(id),
    )
    .map(({ id }) => id);
}

export function withoutFactors(contents: Contents, ids: readonly string[]): Contents {
  let next = contents;
  for (const account of contents.account.values()) {
    const factors = account.factors.filter(({ id }) => !ids.includes(id));
    if (factors.length < account.factors.length)
      next = withRecord(next, 'account', account.id, { ...account, factors });
  }
  return next;
}
