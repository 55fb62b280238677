/** Messages about automatic backups: where they go, what became of them, and a file from there. */

import {
  type Destination,
  destinationsIn,
  factOfDestination,
  lastProvenMs,
  withProof,
} from '../../../utils/backup/destination.ts';
import { keptOf } from '../../../utils/backup/kept.ts';
import { lastProvenHolding } from '../../../utils/backup/marks.ts';
import { contentDigest } from '../../../utils/backup/schedule.ts';
import { encodeBase64 } from '../../../utils/encoding/base64.ts';
import { encodeHex } from '../../../utils/encoding/hex.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Remote } from '../../../utils/platform/remotes/remote.ts';
import { sortOf } from '../../../utils/platform/remotes/sorts.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, Randomness } from '../../../utils/ports.ts';
import { type Contents, withoutRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import { RECIPIENT_FACT } from '../../../utils/vault/way-facts.ts';
import type { BackupsView, DestinationView } from '../../../utils/views.ts';
import { type Backups, withDestination } from '../backups.ts';

type BackupsHandlers = Pick<
  Handlers,
  | 'backups.ofAccount'
  | 'backups.putOpener'
  | 'backups.list'
  | 'backups.add'
  | 'backups.remove'
  | 'backups.run'
  | 'backups.prove'
  | 'backups.fetch'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly remotes: readonly Remote[];
  readonly backups: Backups;
  /** The page that opens backups without us. */
  readonly opener: { readonly name: string; bytes(): Promise<Uint8Array> };
}

export function backupsHandlers(ports: Ports): BackupsHandlers {
  const { keeper, clock, randomness, remotes, backups, opener } = ports;
  const view = () => keeper.read((contents) => backupsView(contents, remotes));
  return {
    'backups.list': view,

    async 'backups.add'({ sort, settings }) {
      const known = sortOf(sort);
      const given = known?.fields.every(({ id, optional }) => optional || (settings[id] ?? '') !== '');
      if (!given || known?.permissions(settings) === null) throw new Fault('message/malformed');
      const id = encodeHex(randomness.bytes(16));
      const empty = { files: [], digest: null, fault: null, addedAtMs: clock.nowMs() };
      await keeper.change({ did: 'backup.destinationAdded', destination: sort }, (contents) => {
        if (!contents.fact.has(RECIPIENT_FACT)) throw new Fault('backup/no-recovery-key');
        return [withDestination(contents, { id, sort, settings, ...empty }), null];
      });
      await backups.runOne(id);
      return view();
    },

    async 'backups.remove'({ destinationId }) {
      await keeper.change(
        (sort: string) => ({ did: 'backup.destinationRemoved', destination: sort }),
        (contents) => {
          const { id, sort } = oneOf(contents, destinationId);
          return [withoutRecord(contents, 'fact', factOfDestination(id)), sort];
        },
      );
      await backups.run();
      return view();
    },

    async 'backups.run'({ destinationId }) {
      await backups.runOne(destinationId);
      return view();
    },

    async 'backups.prove'({ destinationId, sha256 }) {
      await keeper.change(
        (sort: string) => ({ did: 'backup.proven', destination: sort }),
        (contents) => {
          const destination = oneOf(contents, destinationId);
          const proven = withProof(destination, sha256, clock.nowMs());
          if (proven === null) throw new Fault('backup/not-from-here');
          return [withDestination(contents, proven), destination.sort];
        },
      );
      return view();
    },

    'backups.ofAccount': ({ accountId }) =>
      keeper.read(({ account, fact }) => {
        const known = account.get(accountId);
        if (known === undefined) throw new Fault('account/not-found');
        const found = lastProvenHolding(destinationsIn(fact), known);
        if (found === null) return { held: null };
        const { sort, settings } = found.destination;
        const place = sortOf(sort)?.place(settings) ?? '';
        return { held: { sort, place, writtenAtMs: found.file.writtenAtMs } };
      }),

    async 'backups.putOpener'({ destinationId }) {
      const { sort, settings } = await keeper.read((contents) => oneOf(contents, destinationId));
      const remote = remotes.find((known) => known.sort === sort);
      if (remote === undefined) throw new Fault('backup/destination-gone');
      await remote.remove(settings, opener.name, null).catch(() => undefined);
      await remote.write(settings, opener.name, await opener.bytes());
      return null;
    },

    async 'backups.fetch'({ destinationId, name }) {
      const { sort, settings, files } = await keeper.read((contents) => oneOf(contents, destinationId));
      const remote = remotes.find((known) => known.sort === sort);
      if (!remote?.readsBack || !files.some((file) => file.name === name))
        throw new Fault('backup/destination-gone');
      return { fileBase64: encodeBase64(await remote.read(settings, name)) };
    },
  };
}

function oneOf({ fact }: Contents, id: string): Destination {
  const destination = destinationsIn(fact).find((one) => one.id === id);
  if (destination === undefined) throw new Fault('backup/destination-gone');
  return destination;
}

function backupsView(contents: Contents, remotes: readonly Remote[]): BackupsView {
  const { fact } = contents;
  const digest = contentDigest(keptOf(contents));
  return {
    hasRecoveryKey: fact.has(RECIPIENT_FACT),
    destinations: destinationsIn(fact).map((one) => destinationView(one, digest, remotes)),
  };
}

function destinationView(one: Destination, digest: string, remotes: readonly Remote[]): DestinationView {
  return {
    id: one.id,
    sort: one.sort,
    place: sortOf(one.sort)?.place(one.settings) ?? '',
    readsBack: remotes.find(({ sort }) => sort === one.sort)?.readsBack ?? false,
    needs: sortOf(one.sort)?.permissions(one.settings) ?? {},
    handle: one.settings.handle ?? null,
    lastWrittenAtMs: one.files[0]?.writtenAtMs ?? null,
    lastProvenAtMs: lastProvenMs(one),
    isBehind: one.digest !== digest,
    files: one.files
      .filter(({ isStuck }) => !isStuck)
      .map(({ name, writtenAtMs }) => ({ name, writtenAtMs })),
    stuck: one.files.filter(({ isStuck }) => isStuck).map(({ name }) => name),
    fault: one.fault,
  };
}
