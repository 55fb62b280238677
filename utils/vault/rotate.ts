/**
 * A new root key: everything is sealed anew under it, earlier states too, as one change. A copy holds all of the old epoch or
 * all of the new one, so there is nothing to resume; copies that differ are mended at the next unlock. Pure.
 */
import { Fault } from '../fault.ts';
import { type Chance, type Commit, commit } from './commit.ts';
import type { Bytes } from './copies.ts';
import { type Header, headerBytes } from './header.ts';
import type { VaultKeys } from './keys.ts';
import {
  type BucketRows,
  entriesOf,
  hashOf,
  JOURNAL_BUCKET,
  type ManifestEntry,
  type ManifestRoot,
  rowsOf,
} from './manifest.ts';
import { type Elsewhere, openRoot } from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, HEADER_KEY, MANIFEST_KEY, stateKey, storedKey } from './places.ts';
import { numbersOf, openJson, type SealPlace, sealJson } from './record-seal.ts';
import { ROTATION_DUE_FACT, withoutFacts, withoutWays } from './way-facts.ts';

interface Epoch {
  readonly header: Header;
  readonly keys: VaultKeys;
  /** Types of ways in that end with the old epoch. */
  readonly gone: readonly string[];
}
interface Place {
  readonly vault: OpenedVault;
  readonly bytes: Bytes;
  readonly elsewhere: Elsewhere;
}
type Entries = Readonly<Record<string, ManifestEntry>>;

/** @throws Fault `vault/damaged` while records are: they cannot be sealed anew, and must not be left behind. */
export function rotated(place: Place, { gone, ...next }: Epoch, chance: Chance): Commit {
  const { vault, bytes } = place;
  const rootNow = openRoot(vault.sealedRoot ?? undefined, vault.header, vault.keys);
  const sealer = createResealer(place, next, chance);
  const bucketEntries = rootNow && sealer.buckets(rootNow.buckets);
  if (vault.damaged.length > 0 || !rootNow || !bucketEntries) throw new Fault('vault/damaged');
  const kept = vault.kept.filter(({ generation }) => {
    const root = openRoot(bytes.get(stateKey(generation)), vault.header, vault.keys);
    // Old blocks of the journal are gone: an earlier state lives without them.
    const { [JOURNAL_BUCKET]: _, ...records } = root?.buckets ?? {};
    const buckets = root && sealer.buckets(records);
    if (buckets) sealer.root(stateKey(generation), { ...root, buckets });
    return buckets !== null;
  });
  const sealedRoot = sealer.root(MANIFEST_KEY, { ...rootNow, buckets: bucketEntries, kept });
  const buckets = new Map(
    Object.entries(bucketEntries).map(([bucket, entry]) => [Number(bucket), sealer.rowsOf(bucket, entry)]),
  );
  const moved: OpenedVault = { ...vault, ...next, kept, bucketEntries, buckets, sealedRoot };
  const contents = withoutFacts(withoutWays(vault.contents, gone), [ROTATION_DUE_FACT]);
  const done = commit(moved, contents, { did: 'vault.rotated', epoch: next.header.epoch }, chance);
  const puts = new Map([...sealer.puts, ...done.puts]).set(HEADER_KEY, headerBytes(next.header));
  for (const key of done.deletes) puts.delete(key);
  const lost = vault.kept.filter((state) => !kept.includes(state));
  return { ...done, puts, deletes: [...done.deletes, ...lost.map(({ generation }) => stateKey(generation))] };
}

/** What states share is sealed once; each thing keeps its place and revision. */
function createResealer({ vault, bytes, elsewhere }: Place, next: Omit<Epoch, 'gone'>, chance: Chance) {
  const { vaultId } = vault.header;
  const puts = new Map<string, Uint8Array>();
  const done = new Map<string, ManifestEntry>();
  const rows = new Map<string, ReadonlyMap<string, ManifestEntry>>();

  function opened(place: SealPlace, key: string, { revision, hashBase64 }: ManifestEntry) {
    const held = bytes.get(storedKey(key, revision));
    const stored =
      held && hashOf(held) === hashBase64 ? held : elsewhere(storedKey(key, revision), hashBase64);
    const schema = stored && numbersOf(stored)?.schema;
    const using = place.type === 'record' ? vault.keys.record : vault.keys.manifest;
    return stored && schema ? { schema, value: openJson(using, place, stored) } : null;
  }

  function sealed(place: SealPlace, key: string, revision: number, schema: number, value: unknown) {
    const numbers = { schema, epoch: next.header.epoch, revision };
    const using = place.type === 'record' ? next.keys.record : next.keys.manifest;
    const stored = sealJson(using, place, numbers, value, chance.nonce());
    puts.set(key, stored);
    return stored;
  }

  /** @returns its new entry, or null when it does not verify. */
  function again(
    place: SealPlace,
    key: string,
    entry: ManifestEntry,
    change: (value: unknown) => unknown | null,
  ): ManifestEntry | null {
    const where = storedKey(key, entry.revision);
    const known = done.get(where);
    if (known) return known;
    const found = opened(place, key, entry);
    const value = found?.value ? change(found.value) : null;
    if (!found || value === null) return null;
    const stored = sealed(place, where, entry.revision, found.schema, value);
    const fresh = { revision: entry.revision, hashBase64: hashOf(stored) };
    done.set(where, fresh);
    return fresh;
  }

  function record(key: string, entry: ManifestEntry): ManifestEntry | null {
    return again(
      { vaultId, type: 'record', objectId: key.slice('record/'.length) },
      key,
      entry,
      (held) => held,
    );
  }

  function bucket(number: string, entry: ManifestEntry): ManifestEntry | null {
    const key = bucketKey(Number(number));
    return again({ vaultId, type: 'bucket', objectId: number }, key, entry, (held) => {
      const fresh = entriesOf(held as BucketRows).map(([name, old]) => [name, record(name, old)] as const);
      if (!fresh.every((row): row is [string, ManifestEntry] => row[1] !== null)) return null;
      rows.set(storedKey(key, entry.revision), new Map(fresh));
      return rowsOf(fresh);
    });
  }

  return {
    puts,
    /** @returns null when one of them is not whole. */
    buckets(old: Entries): Entries | null {
      const fresh = Object.entries(old).map(([number, entry]) => [number, bucket(number, entry)] as const);
      return fresh.every((row): row is [string, ManifestEntry] => row[1] !== null)
        ? Object.fromEntries(fresh)
        : null;
    },
    rowsOf: (number: string, { revision }: ManifestEntry) =>
      rows.get(storedKey(bucketKey(Number(number)), revision)) ?? new Map<string, ManifestEntry>(),
    root: (key: string, root: ManifestRoot) =>
      sealed({ vaultId, type: 'manifest', objectId: '' }, key, root.generation, 1, root),
  };
}
