/** Ways in that were put aside: after 90 days they are let go, so that old numbers and secrets do not lie here for ever. */
import { KEPT_DAYS } from '../factors/states.ts';
import { type Contents, withRecord } from './contents.ts';

const DAY_MS = 86_400_000;

/** Those that a walk under way works with, or was told of by its owner, stay until it ends. What is lost stays too: it may still be bound somewhere. */
export function withoutLongRetired(contents: Contents, nowMs: number): readonly [Contents, number] {
  const atWork = new Set(
    [...contents.flowRun.values()].flatMap(({ state, cast, answers }) =>
      state === 'open' ? [...Object.values(cast), ...Object.values(answers)] : [],
    ),
  );
  let next = contents;
  let purged = 0;
  for (const account of contents.account.values()) {
    if (account.deletedAtMs !== null) continue;
    const kept = account.factors.filter(
      ({ id, state, goneSinceMs }) =>
        state !== 'retired' ||
        goneSinceMs === undefined ||
        nowMs - goneSinceMs <= KEPT_DAYS * DAY_MS ||
        atWork.has(id),
    );
    if (kept.length === account.factors.length) continue;
    purged += account.factors.length - kept.length;
    next = withRecord(next, 'account', account.id, { ...account, factors: kept });
  }
  return [next, purged];
}
