/** What the status tells of a vault that is open. */
import { isFault } from '../fault.ts';
import type { DamagedView, VaultStatus, WaysView } from '../views.ts';
import type { Contents } from './contents.ts';
import type { Keeper } from './keeper.ts';
import type { OpenedVault } from './opened.ts';
import { recordPlace } from './places.ts';
import { isRehearsalDue, rehearsalIn } from './rehearsal.ts';
import { wallOf } from './stamps.ts';
import { HELD_FACT, ROTATION_DUE_FACT, SPLIT_FACT, type SplitFact } from './way-facts.ts';

/** Fact: up to which time of before the clock was said to have been wrong. Stored: never rename. */
export const BELIEVED_FACT = 'clock.believed';

type Held = Pick<
  VaultStatus,
  'clockBehind' | 'accounts' | 'lastBackupAtMs' | 'isReadOnly' | 'damaged' | 'ways'
>;
export const NOTHING_HELD: Held = {
  clockBehind: null,
  accounts: null,
  lastBackupAtMs: null,
  isReadOnly: false,
  damaged: [],
  ways: null,
};

/** @returns null when locked; `unreadable` when the key is here and no copy can be read with it. */
export async function openFacts(
  keeper: Keeper,
  nowMs: number,
): Promise<{ readonly state: 'open' | 'unreadable'; readonly held: Held } | null> {
  if (!(await keeper.isOpen())) return null;
  try {
    return { state: 'open', held: await heldFacts(keeper, nowMs) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code === 'vault/locked' ? null : { state: 'unreadable', held: NOTHING_HELD };
  }
}

async function heldFacts(keeper: Keeper, nowMs: number): Promise<Held> {
  const about = await keeper.about((vault) => ({
    isReadOnly: vault.isReadOnly,
    damaged: damagedViews(vault),
    clockBehind: clockBehind(vault, nowMs),
  }));
  return keeper.read((contents) => {
    const { account, fact } = contents;
    const saved = fact.get('backup.savedAtMs');
    return {
      ...about,
      accounts: [...account.values()].filter(({ deletedAtMs }) => deletedAtMs === null).length,
      lastBackupAtMs: typeof saved === 'number' ? saved : null,
      ways: waysView(contents, nowMs),
    };
  });
}

/** Corrections of a clock are smaller. */
const BEHIND_MS = 600_000;

/** Codes go by the clock, so one that went back is told, until its owner says that it is right now. */
function clockBehind({ lastStamp, contents }: OpenedVault, nowMs: number): VaultStatus['clockBehind'] {
  const seenMs = wallOf(lastStamp);
  const believedMs = contents.fact.get(BELIEVED_FACT);
  const isKnown = typeof believedMs === 'number' && believedMs >= seenMs;
  return isKnown || seenMs - nowMs < BEHIND_MS ? null : { nowMs, seenMs };
}

function waysView(contents: Contents, nowMs: number): WaysView {
  const { fact } = contents;
  const heldAtMs = fact.get(HELD_FACT);
  return {
    isRehearsalDue: isRehearsalDue(contents, nowMs),
    failedRehearsals: rehearsalIn(contents)?.failed ?? 0,
    recoveryHeldAtMs: typeof heldAtMs === 'number' ? heldAtMs : null,
    split: (fact.get(SPLIT_FACT) as SplitFact | undefined) ?? null,
    isRotationDue: fact.has(ROTATION_DUE_FACT),
  };
}

export function damagedViews({ damaged, namesOfDamaged }: OpenedVault): DamagedView[] {
  return damaged.flatMap((key) => {
    const place = recordPlace(key);
    return place === null ? [] : [{ ...place, name: namesOfDamaged.get(place.id) ?? null }];
  });
}
