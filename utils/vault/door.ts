/** Making, unlocking and locking a vault: everything that deals in slots. The keeper deals in contents. */
import { sameBytes } from '../crypto/derive.ts';
import { NONCE_BYTES } from '../crypto/seal.ts';
import { encodeHex } from '../encoding/hex.ts';
import { Fault, isFault } from '../fault.ts';
import { FIRST_HEAD } from '../journal/chain.ts';
import type { Clock, MadeMarker, Randomness } from '../ports.ts';
import type { SlotView, VaultStatus } from '../views.ts';
import {
  type Attempts,
  areWorthTelling,
  attemptsBytes,
  NO_ATTEMPTS,
  readAttempts,
  retryAtMs,
  withFailure,
} from './attempts.ts';
import { commit } from './commit.ts';
import { type Contents, EMPTY_CONTENTS } from './contents.ts';
import type { Copies } from './copies.ts';
import { type Header, headerBytes, readHeader, VAULT_FORMAT, withMac } from './header.ts';
import type { Keeper } from './keeper.ts';
import { keysOfRoot } from './keys.ts';
import type { Loaded } from './load.ts';
import { nextEpoch, ROOT_KEY_BYTES, type WaysKept } from './new-epoch.ts';
import { ATTEMPTS_KEY, DEVICE_KEY, HEADER_KEY } from './places.ts';
import { firstRehearsal, typedRight, typedWrong, withRehearsal } from './rehearsal.ts';
import type { UnlockSession } from './session.ts';
import { type Kdf, type Slot, unwrapRootKey, wrapRootKey } from './slot.ts';
import { NOTHING_HELD, openFacts } from './status.ts';
import { tidyAfterOpening } from './tidy.ts';

const ID_BYTES = 16;

export type FirstSlot =
  | { readonly type: 'passphrase'; readonly kdf: Kdf; readonly kek: Uint8Array }
  | { readonly type: 'device' };

export interface Door {
  status(): Promise<VaultStatus>;
  /**
   * @param anew the user knows that a vault was here and that nothing of it is left.
   * @throws Fault `vault/exists` when anything at all is stored: nothing unreadable is ever overwritten; `vault/lost`.
   */
  create(first: FirstSlot, anew?: boolean): Promise<void>;
  /** @throws Fault `vault/wrong-passphrase`, `vault/slot-damaged`, `vault/too-many-attempts`, `vault/damaged`. */
  unlock(slotId: string, kek: Uint8Array): Promise<void>;
  /** Asks for a way in once more before something grave. @throws Fault as `unlock`. */
  verify(slotId: string, kek: Uint8Array): Promise<void>;
  /** Asks whether a passphrase is still remembered, and keeps how it went. @throws Fault as `unlock`. */
  rehearse(slotId: string, kek: Uint8Array): Promise<void>;
  /** Whoever unlocked knows now of the wrong tries before. */
  forgetFailures(): Promise<void>;
  lock(): Promise<void>;
  /** Seals everything under a new root key. @throws Fault `vault/slot-left-out`, `vault/wrong-passphrase`, `vault/damaged`. */
  rotate(ways: WaysKept): Promise<void>;
}

export interface DoorPorts {
  readonly copies: Copies;
  readonly session: UnlockSession;
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly marker: MadeMarker;
  lockAfterMs(): Promise<number | null>;
  /** Does what nobody waits for, once the list had time to be drawn. Whoever awaits it knows that it is done. */
  later(work: () => Promise<void>): Promise<void> | undefined;
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

interface Seen {
  readonly headers: readonly Header[];
  /** Every copy answers, and none holds anything. */
  readonly isEmpty: boolean;
  /** A copy answers and lacks what another one has. */
  readonly someLack: boolean;
}

export function createDoor(ports: DoorPorts): Door {
  const { copies, session, keeper, clock, randomness, marker } = ports;
  const id = () => encodeHex(randomness.bytes(ID_BYTES));

  async function look(): Promise<Seen> {
    const glances = await copies.glance();
    const headers = glances.map(({ header }) => readHeader(header)).filter((header) => header !== null);
    const answering = glances.filter(({ isReadable }) => isReadable);
    if (headers.length > 0) return { headers, isEmpty: false, someLack: headers.length < answering.length };
    // One that did not answer in time, and was left out since, may be the only one that holds the vault.
    const reads = await copies.readAll();
    const found = reads.flatMap(({ bytes }) => readHeader(bytes?.get(HEADER_KEY)) ?? []);
    return {
      headers: found,
      isEmpty: reads.every(({ bytes }) => bytes !== null && bytes.size === 0),
      someLack: found.length > 0,
    };
  }

  async function attempts(): Promise<Attempts> {
    return (await copies.readEach(ATTEMPTS_KEY))
      .map(readAttempts)
      .reduce((a, b) => (b.failed > a.failed ? b : a), NO_ATTEMPTS);
  }

  const noteAttempts = (count: Attempts) => copies.apply(new Map([[ATTEMPTS_KEY, attemptsBytes(count)]]), []);

  /** @param rootKeys what the slot held in each copy that opened: of two epochs, after a kill, there are two. */
  async function enter(rootKeys: readonly Uint8Array[], slot: string, before: Attempts): Promise<void> {
    const { loaded, rootKey } = await keeper.openWith(rootKeys);
    await session.open(rootKey, await ports.lockAfterMs());
    await session.setShut(false);
    if (await keeper.about(({ isReadOnly }) => isReadOnly)) return;
    if (areWorthTelling(before, clock.nowMs())) await session.setFailures(before);
    const settle = () => settleIn(loaded, slot, before.failed).catch(unlessDiskRefuses);
    await (loaded.isWhole ? settle() : ports.later(settle));
  }

  /** What was opened in a hurry is looked at whole now. */
  async function settleIn(loaded: Loaded, slot: string, failedBefore: number): Promise<void> {
    await marker.note();
    if (failedBefore > 0) await noteAttempts(NO_ATTEMPTS);
    if (slot !== 'device' || failedBefore > 0) {
      await keeper.change({ did: 'vault.unlocked', slot, failedBefore }, (contents) => [
        slot === 'passphrase' ? rehearsed(contents, typedRight) : contents,
        null,
      ]);
    }
    const whole = loaded.isWhole ? loaded : await keeper.checkAll();
    if (whole !== null) await tidyAfterOpening(keeper, clock, whole);
  }

  const rehearsed = (contents: Contents, went: typeof typedRight) =>
    withRehearsal(contents, (before) => went(before, clock.nowMs()));

  /** A vault without a passphrase opens by itself, unless its user shut it. */
  async function openByDevice(headers: readonly Header[]): Promise<void> {
    if ((await keeper.isOpen()) || (await session.isShut())) return;
    const keks = await copies.readEach(DEVICE_KEY);
    const tried = tryAll(
      slotsOf(headers, true).filter(({ slot }) => slot.type === 'device'),
      keks,
    );
    if (tried.rootKeys.length > 0) await enter(tried.rootKeys, 'device', NO_ATTEMPTS);
  }

  async function firstHeader(first: FirstSlot, rootKey: Uint8Array, kek: Uint8Array): Promise<Header> {
    const createdAtMs = clock.nowMs();
    const vaultId = id();
    const slot = {
      id: id(),
      type: first.type,
      createdAtMs,
      ...(first.type === 'passphrase' ? { kdf: first.kdf } : {}),
    };
    const where = { vaultId, epoch: 1, nonce: randomness.bytes(NONCE_BYTES) };
    const header = {
      format: VAULT_FORMAT,
      vaultId,
      epoch: 1,
      createdAtMs,
      deviceId: encodeHex(randomness.bytes(4)),
      slots: [wrapRootKey(rootKey, kek, slot, where)],
    };
    return withMac(header, keysOfRoot(rootKey).header);
  }

  async function closedState({ headers, isEmpty }: Seen): Promise<VaultStatus['state']> {
    if (headers.length > 0) return 'locked';
    if (!isEmpty) return 'unreadable';
    return (await marker.wasMade()) ? 'lost' : 'absent';
  }

  /** The root keys that this way in opens. A wrong try is counted. */
  async function tried(slotId: string, kek: Uint8Array) {
    const [{ headers }, count] = await Promise.all([look(), attempts()]);
    if (headers.length === 0) throw new Fault('vault/absent');
    if (retryAtMs(count, clock.nowMs()) !== null) throw new Fault('vault/too-many-attempts');
    const candidates = slotsOf(headers, true).filter(({ slot }) => slot.id === slotId);
    const type = candidates[0]?.slot.type ?? '';
    const keys = type === 'device' ? await copies.readEach(DEVICE_KEY) : [kek];
    const { rootKeys, outcome } = tryAll(candidates, keys);
    if (rootKeys.length > 0) return { rootKeys, type, before: count };
    if (outcome === 'damaged') throw new Fault('vault/slot-damaged');
    await noteAttempts(withFailure(count, clock.nowMs()));
    throw new Fault('vault/wrong-passphrase');
  }

  return {
    async status() {
      const seen = await look();
      if (seen.headers.length > 0) await openByDevice(seen.headers).catch(() => undefined);
      const facts = seen.headers.length > 0 ? await openFacts(keeper, clock.nowMs()) : null;
      const count = await attempts();
      const views = copies.views();
      return {
        state: facts?.state ?? (await closedState(seen)),
        slots: slotsOf(seen.headers).map(({ slot }) => slotView(slot)),
        fingerprint: fingerprintOf(seen.headers[0]),
        copies: views,
        storageFault: copies.lastFault(),
        recovered: seen.someLack || views.some(({ state }) => state === 'healed'),
        failedAttempts: count.failed,
        retryAtMs: retryAtMs(count, clock.nowMs()),
        failuresBefore: facts?.state === 'open' ? await session.failures() : null,
        ...(facts?.held ?? NOTHING_HELD),
      };
    },

    create: (first, anew = false) =>
      ports.exclusively(async () => {
        if (!(await look()).isEmpty) throw new Fault('vault/exists');
        if (!anew && (await marker.wasMade())) throw new Fault('vault/lost');
        const rootKey = randomness.bytes(ROOT_KEY_BYTES);
        const kek = first.type === 'passphrase' ? first.kek : randomness.bytes(ROOT_KEY_BYTES);
        const header = await firstHeader(first, rootKey, kek);
        const empty = {
          header,
          keys: keysOfRoot(rootKey),
          generation: 0,
          writtenAtMs: 0,
          sealedRoot: null,
          kept: [],
          isReadOnly: false,
          contents: EMPTY_CONTENTS,
          liveAccounts: 0,
          stamps: new Map(),
          buckets: new Map(),
          bucketEntries: {},
          journal: { entries: 0, headBase64: FIRST_HEAD, block: 0, tail: [] },
          lastStamp: '',
          damaged: [],
          namesOfDamaged: new Map(),
        };
        const event = { did: 'vault.created', slot: first.type } as const;
        const nonce = () => randomness.bytes(NONCE_BYTES);
        const chance = { nowMs: clock.nowMs(), nonce };
        const contents =
          first.type === 'passphrase'
            ? withRehearsal(EMPTY_CONTENTS, () => firstRehearsal(chance.nowMs))
            : EMPTY_CONTENTS;
        const { puts } = commit(empty, contents, event, chance);
        const all = new Map(puts).set(HEADER_KEY, headerBytes(header));
        await copies.apply(first.type === 'device' ? all.set(DEVICE_KEY, kek) : all, []);
        await marker.note();
        await session.open(rootKey, await ports.lockAfterMs());
        await session.setShut(false);
        keeper.forget();
      }),

    async unlock(slotId, kek) {
      const { rootKeys, type, before } = await tried(slotId, kek);
      return enter(rootKeys, type, before);
    },

    async verify(slotId, kek) {
      await tried(slotId, kek);
    },

    async rehearse(slotId, kek) {
      try {
        await tried(slotId, kek);
      } catch (error) {
        if (isFault(error) && error.code === 'vault/wrong-passphrase') {
          await keeper.change({ did: 'passphrase.misremembered' }, (contents) => [
            rehearsed(contents, typedWrong),
            null,
          ]);
        }
        throw error;
      }
      if ((await attempts()).failed > 0) await noteAttempts(NO_ATTEMPTS);
      await keeper.change({ did: 'passphrase.rehearsed' }, (contents) => [
        rehearsed(contents, typedRight),
        null,
      ]);
    },

    forgetFailures: () => session.setFailures(null),

    rotate: (ways) => keeper.rotate((header) => nextEpoch(header, ways, randomness)),

    async lock() {
      await session.close();
      await session.setShut(true);
      keeper.forget();
    },
  };
}

/** Codes are there to be read also when nothing can be written any more; the status says that. */
function unlessDiskRefuses(error: unknown): void {
  if (!isFault(error) || !error.code.startsWith('vault/storage-')) throw error;
}

interface Tried {
  readonly rootKeys: readonly Uint8Array[];
  /** Why there is none. */
  readonly outcome: 'wrong-key' | 'damaged';
}

function tryAll(candidates: readonly { header: Header; slot: Slot }[], keks: readonly Uint8Array[]): Tried {
  const tried = candidates.flatMap(({ header, slot }) =>
    keks.map((kek) => unwrapRootKey(slot, kek, header.vaultId, header.epoch)),
  );
  const found = tried.flatMap((one) => (one.outcome === 'opened' ? [one.rootKey] : []));
  const rootKeys = found.filter((key, at) => found.findIndex((other) => sameBytes(other, key)) === at);
  return {
    rootKeys,
    outcome: tried.some(({ outcome }) => outcome === 'wrong-key') ? 'wrong-key' : 'damaged',
  };
}

/** Of headers that differ, the newest copy's slots come first; with `all`, the others' too, for a slot that is damaged there. */
function slotsOf(headers: readonly Header[], all = false): { header: Header; slot: Slot }[] {
  const pairs = headers.flatMap((header) => header.slots.map((slot) => ({ header, slot })));
  if (all) return pairs;
  return pairs.filter(({ slot }, at) => pairs.findIndex((other) => other.slot.id === slot.id) === at);
}
function slotView({ id, type, kdf, passkey, createdAtMs }: Slot): SlotView {
  return { id, type, kdf: kdf ?? null, passkey: passkey ?? null, createdAtMs };
}

function fingerprintOf(header: Header | undefined): string | null {
  return header === undefined ? null : `${header.vaultId.slice(0, 4)}-${header.vaultId.slice(4, 8)}`;
}
