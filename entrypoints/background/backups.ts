/** Makes the automatic backups: seals once, writes to every destination that is due, reads back, and notes what came of it. */
import {
  type Destination,
  destinationsIn,
  factOfDestination,
  type MadeFile,
  withFault,
  withFile,
  withoutFiles,
} from '../../utils/backup/destination.ts';
import { keptOf } from '../../utils/backup/kept.ts';
import { marksOf, withMarksThinned } from '../../utils/backup/marks.ts';
import { writePayload } from '../../utils/backup/payload.ts';
import { autoFileName, contentDigest, isDue, outdated } from '../../utils/backup/schedule.ts';
import { sealBackupTo, sha256Of } from '../../utils/backup/seal.ts';
import { encodeHex } from '../../utils/encoding/hex.ts';
import { Fault, type FaultCode, isFault } from '../../utils/fault.ts';
import type { JournalEvent } from '../../utils/journal/event.ts';
import type { Remote } from '../../utils/platform/remotes/remote.ts';
import type { Clock, Randomness } from '../../utils/ports.ts';
import { type Contents, withRecord } from '../../utils/vault/contents.ts';
import type { Keeper } from '../../utils/vault/keeper.ts';
import { RECIPIENT_FACT } from '../../utils/vault/way-facts.ts';

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly remotes: readonly Remote[];
  readonly version: string;
  attention(isNeeded: boolean): Promise<void>;
  /** Whether the browser still lets us go there: after a reinstallation it does not. */
  mayReach(sort: string, settings: Destination['settings']): Promise<boolean>;
}

export interface Backups {
  /** Writes where it is due. Locked, without a recovery key or without a destination it does nothing. */
  run(): Promise<void>;
  /** Writes there whether or not it is due. */
  runOne(id: string): Promise<void>;
  /** Whether there is a recovery key and a destination. False as well while locked. */
  isOn(): Promise<boolean>;
  /** True while it notes what it did: that is no use of the vault, and nothing to back up again. */
  isNoting(): boolean;
}

type Outcome =
  | { readonly id: string; readonly file: MadeFile; readonly gone: string[]; readonly stuck: string[] }
  | { readonly id: string; readonly code: FaultCode };

interface Plan {
  readonly recipient: string;
  readonly digest: string;
  readonly payload: string;
  readonly marks: string;
  readonly accounts: number;
  readonly due: readonly Destination[];
}

export function createBackups(ports: Ports): Backups {
  const { keeper, clock, randomness, remotes, version, attention, mayReach } = ports;
  let last: Promise<unknown> = Promise.resolve();
  let noting = false;

  async function makeNow(wanted: string | null): Promise<void> {
    const plan = await keeper.read((contents) => planOf(contents, wanted)).catch(unlessLocked);
    if (plan === null) return;
    if (plan.due.length > 0) {
      const bytes = await sealBackupTo(plan.payload, plan.recipient);
      const file = { bytes, sha256: sha256Of(bytes) };
      const outcomes = await Promise.all(plan.due.map((destination) => writeTo(destination, file)));
      for (const outcome of outcomes) await note(outcome, plan);
    }
    const isBroken = await keeper.read(({ fact }) =>
      destinationsIn(fact).some(({ fault }) => fault !== null),
    );
    await attention(isBroken);
  }

  function planOf(contents: Contents, wanted: string | null): Plan | null {
    const { fact } = contents;
    const recipient = fact.get(RECIPIENT_FACT);
    const destinations = destinationsIn(fact);
    if (typeof recipient !== 'string' || destinations.length === 0) return null;
    const kept = keptOf(contents);
    const nowMs = clock.nowMs();
    const digest = contentDigest(kept);
    const due = destinations.filter((one) =>
      wanted === null ? isDue(one, digest, nowMs) : one.id === wanted,
    );
    const payload = due.length === 0 ? '' : writePayload(kept, { nowMs, version });
    const marks = due.length === 0 ? '' : marksOf(kept.accounts);
    return { recipient, digest, payload, marks, accounts: kept.accounts.length, due };
  }

  async function writeTo(
    { id, sort, settings, files }: Destination,
    { bytes, sha256 }: { bytes: Uint8Array; sha256: string },
  ): Promise<Outcome> {
    const remote = remotes.find((known) => known.sort === sort);
    if (remote === undefined) return { id, code: 'backup/destination-failed' };
    const writtenAtMs = clock.nowMs();
    const name = autoFileName(writtenAtMs, encodeHex(randomness.bytes(4)));
    try {
      if (!(await mayReach(sort, settings))) throw new Fault('backup/destination-not-allowed');
      const ref = await remote.write(settings, name, bytes);
      const isProven = remote.readsBack && sha256Of(await remote.read(settings, name)) === sha256;
      if (remote.readsBack && !isProven) throw new Fault('backup/destination-differs');
      const provenAtMs = isProven ? clock.nowMs() : null;
      const file = { name, writtenAtMs, bytes: bytes.length, sha256, provenAtMs, ref, isStuck: false };
      return { id, file, ...(await tidy(remote, settings, outdated([file, ...files]))) };
    } catch (error) {
      return { id, code: isFault(error) ? error.code : 'backup/destination-failed' };
    }
  }

  /** Each vault removes only what it wrote itself. What cannot be removed any more is listed, and is no failure. */
  async function tidy(remote: Remote, settings: Destination['settings'], files: readonly MadeFile[]) {
    const gone: string[] = [];
    const stuck: string[] = [];
    for (const { name, ref } of files) {
      await remote.remove(settings, name, ref).then(
        () => gone.push(name),
        () => stuck.push(name),
      );
    }
    return { gone, stuck };
  }

  /** A failure that goes on is noted once: its beginning is what counts. */
  async function note(outcome: Outcome, { digest, accounts, marks }: Plan): Promise<void> {
    const now = await keeper.read(({ fact }) => destinationsIn(fact).find(({ id }) => id === outcome.id));
    if (now === undefined || ('code' in outcome && now.fault?.code === outcome.code)) return;
    const nowMs = clock.nowMs();
    await change(eventOf(outcome, now.sort, accounts), (contents) => {
      const destination = destinationsIn(contents.fact).find(({ id }) => id === outcome.id);
      if (destination === undefined) return contents;
      if ('code' in outcome) return withDestination(contents, withFault(destination, outcome.code, nowMs));
      const { file, gone, stuck } = outcome;
      const noted = withDestination(
        contents,
        withMarksThinned(withoutFiles(withFile(destination, { ...file, marks }, digest), gone, stuck)),
      );
      return withRecord(noted, 'fact', 'backup.savedAtMs', file.writtenAtMs);
    });
  }

  async function change(event: JournalEvent, edit: (contents: Contents) => Contents): Promise<void> {
    try {
      await keeper.change(event, (contents) => {
        noting = true; // in here no other change can be meant
        return [edit(contents), null];
      });
    } finally {
      noting = false;
    }
  }

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    run: () => inTurn(() => makeNow(null)),
    runOne: (id) => inTurn(() => makeNow(id)),
    isOn: () => keeper.read(isSetUp).catch(() => false),
    isNoting: () => noting,
  };
}

const isSetUp = ({ fact }: Contents) => fact.has(RECIPIENT_FACT) && destinationsIn(fact).length > 0;

export function withDestination(contents: Contents, destination: Destination): Contents {
  // The same types as JSON, which the compiler cannot see through an interface.
  return withRecord(
    contents,
    'fact',
    factOfDestination(destination.id),
    JSON.parse(JSON.stringify(destination)),
  );
}

function eventOf(outcome: Outcome, destination: string, accounts: number): JournalEvent {
  if ('code' in outcome) return { did: 'backup.failed', destination, reason: outcome.code };
  return { did: 'backup.made', destination, accounts, bytes: outcome.file.bytes };
}

function unlessLocked(error: unknown): null {
  if (isFault(error) && error.code === 'vault/locked') return null;
  throw error;
}
