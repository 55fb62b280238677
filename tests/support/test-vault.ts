/** A whole vault over in-memory copies, as the background composes it. */
import { WAITING_SETS_KEY } from '../../entrypoints/background/handlers/waiting-sets.ts';
import type { Account } from '../../utils/accounts/account.ts';
import { withRecord } from '../../utils/vault/contents.ts';
import { createCopies } from '../../utils/vault/copies.ts';
import { createDoor } from '../../utils/vault/door.ts';
import { createKeeper } from '../../utils/vault/keeper.ts';
import { createSession } from '../../utils/vault/session.ts';
import type { Kdf } from '../../utils/vault/slot.ts';
import {
  countedRandomness,
  handClock,
  inTurn,
  type MemoryCopy,
  memoryCopy,
  memoryMarker,
  memorySession,
} from './memory-ports.ts';

export const TEST_KDF: Kdf = {
  algorithm: 'argon2id',
  memoryKib: 65536,
  passes: 3,
  lanes: 1,
  saltBase64: 'AAAA',
};
export const TEST_KEK = new Uint8Array(32).fill(7);

export function makeAccount(over: Partial<Account> = {}): Account {
  return {
    id: 'a',
    service: 'Shop',
    login: 'ann@example.com',
    sites: [],
    factors: [],
    tags: [],
    note: '',
    pinned: false,
    createdAtMs: 0,
    lastUsedAtMs: null,
    deletedAtMs: null,
    ...over,
  };
}

export interface Parts {
  readonly stores?: readonly MemoryCopy[];
  readonly session?: ReturnType<typeof memorySession>;
  readonly clock?: ReturnType<typeof handClock>;
  readonly seed?: number;
  readonly lockAfterMs?: number | null;
  readonly marker?: ReturnType<typeof memoryMarker>;
}

let seeds = 1;

/** Call again with the same stores and session to have the worker die and start anew. */
export function testVault(parts: Parts = {}) {
  const stores = parts.stores ?? ['first', 'second', 'third'].map((name) => memoryCopy(name));
  const sessionStore = parts.session ?? memorySession();
  const clock = parts.clock ?? handClock();
  const randomness = countedRandomness(parts.seed ?? seeds++ * 7919);
  const session = createSession(sessionStore, clock, [WAITING_SETS_KEY]);
  const copies = createCopies(stores);
  const exclusively = inTurn();
  const shared = { copies, session, clock, randomness, exclusively };
  const keeper = createKeeper({ ...shared, onChanged: () => undefined });
  const lockAfterMs = async () => (parts.lockAfterMs === undefined ? 600_000 : parts.lockAfterMs);
  const door = createDoor({
    ...shared,
    keeper,
    lockAfterMs,
    later: (work) => work(),
    marker: parts.marker ?? memoryMarker(),
  });

  return {
    stores,
    session: sessionStore,
    clock,
    keeper,
    door,
    copies,
    create: () => door.create({ type: 'passphrase', kdf: TEST_KDF, kek: TEST_KEK }),
    async unlock(kek: Uint8Array = TEST_KEK) {
      const [slot] = (await door.status()).slots;
      await door.unlock(slot?.id ?? 'none', kek);
    },
    add: (id: string, over: Partial<Account> = {}) =>
      keeper.change({ did: 'account.added', accountId: id, service: 'Shop', by: 'test' }, (contents) => [
        withRecord(contents, 'account', id, makeAccount({ id, ...over })),
        null,
      ]),
    ids: () => keeper.read(({ account }) => [...account.keys()].sort()),
  };
}
