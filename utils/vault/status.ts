/** What the status tells of a vault that is open. */
import { isFault } from '../fault.ts';
import type { DamagedView, VaultStatus } from '../views.ts';
import type { Keeper } from './keeper.ts';
import type { OpenedVault } from './opened.ts';
import { recordPlace } from './places.ts';

type Held = Pick<VaultStatus, 'accounts' | 'lastBackupAtMs' | 'isReadOnly' | 'damaged'>;
export const NOTHING_HELD: Held = { accounts: null, lastBackupAtMs: null, isReadOnly: false, damaged: [] };

/** @returns null when locked; `unreadable` when the key is here and no copy can be read with it. */
export async function openFacts(
  keeper: Keeper,
): Promise<{ readonly state: 'open' | 'unreadable'; readonly held: Held } | null> {
  if (!(await keeper.isOpen())) return null;
  try {
    return { state: 'open', held: await heldFacts(keeper) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code === 'vault/locked' ? null : { state: 'unreadable', held: NOTHING_HELD };
  }
}

async function heldFacts(keeper: Keeper): Promise<Held> {
  const about = await keeper.about((vault) => ({
    isReadOnly: vault.isReadOnly,
    damaged: damagedViews(vault),
  }));
  return keeper.read(({ account, fact }) => {
    const saved = fact.get('backup.savedAtMs');
    return {
      ...about,
      accounts: [...account.values()].filter(({ deletedAtMs }) => deletedAtMs === null).length,
      lastBackupAtMs: typeof saved === 'number' ? saved : null,
    };
  });
}

function damagedViews({ damaged, namesOfDamaged }: OpenedVault): DamagedView[] {
  return damaged.flatMap((key) => {
    const place = recordPlace(key);
    return place === null ? [] : [{ ...place, name: namesOfDamaged.get(place.id) ?? null }];
  });
}
