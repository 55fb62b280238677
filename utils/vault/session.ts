/** The open vault between two lives of the worker: the root key in memory-only storage, and until when it may be used. */
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import type { Clock, SessionStore } from '../ports.ts';
import type { Attempts } from './attempts.ts';

const SESSION_KEY = 'vault';
const SHUT_KEY = 'shut';
const FAILURES_KEY = 'failures';
/** A clock that went back further than this was set back: fail closed. */
const CLOCK_SLACK_MS = 120_000;
/** Use is noted at most this often: each note is a write. */
const TOUCH_EVERY_MS = 10_000;

interface Stored {
  readonly rootKeyBase64: string;
  readonly lastUsedAtMs: number;
  /** Null: until locked by hand, by the system or by closing the browser. */
  readonly lockAfterMs: number | null;
}

export interface UnlockSession {
  /** @returns the root key, or null when locked or due to lock. */
  rootKey(): Promise<Uint8Array | null>;
  open(rootKey: Uint8Array, lockAfterMs: number | null): Promise<void>;
  /** The root key changed: whoever has it open goes on with the new one. */
  renew(rootKey: Uint8Array): Promise<void>;
  /** Counts as use: puts the deadline off. */
  touch(lockAfterMs: number | null): Promise<void>;
  close(): Promise<void>;
  /** Takes a key that is due out of memory. @returns whether there was one. */
  closeIfDue(): Promise<boolean>;
  /** True when the user locked a vault that would open by itself. */
  isShut(): Promise<boolean>;
  setShut(shut: boolean): Promise<void>;
  /** Wrong tries before the last unlock, until whoever unlocked has seen them. */
  failures(): Promise<Attempts | null>;
  setFailures(failures: Attempts | null): Promise<void>;
  /** When it will lock by itself; null when it will not or is locked. */
  lockAtMs(): Promise<number | null>;
}

function isDue({ lastUsedAtMs, lockAfterMs }: Stored, nowMs: number): boolean {
  if (nowMs < lastUsedAtMs - CLOCK_SLACK_MS) return true;
  return lockAfterMs !== null && nowMs >= lastUsedAtMs + lockAfterMs;
}

/** @param alsoSecret keys of the same store that go with the root key, whoever writes them. */
export function createSession(
  store: SessionStore,
  clock: Clock,
  alsoSecret: readonly string[] = [],
): UnlockSession {
  const read = async (): Promise<Stored | null> => {
    const stored = await store.get<Stored>(SESSION_KEY);
    return stored !== null && !isDue(stored, clock.nowMs()) ? stored : null;
  };
  const write = (stored: Stored) => store.set({ [SESSION_KEY]: stored });
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: a note of use must not bring back what was closed meanwhile. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const remove = () => store.remove([SESSION_KEY, ...alsoSecret]);

  return {
    async rootKey() {
      const stored = await read();
      return stored && decodeBase64(stored.rootKeyBase64);
    },
    open: (rootKey, lockAfterMs) =>
      inTurn(() => write({ rootKeyBase64: encodeBase64(rootKey), lastUsedAtMs: clock.nowMs(), lockAfterMs })),
    renew: (rootKey) =>
      inTurn(async () => {
        const stored = await read();
        if (stored) await write({ ...stored, rootKeyBase64: encodeBase64(rootKey) });
      }),
    touch: (lockAfterMs) =>
      inTurn(async () => {
        const stored = await read();
        if (!stored) return;
        const nowMs = clock.nowMs();
        const isFresh = nowMs - stored.lastUsedAtMs < TOUCH_EVERY_MS && nowMs >= stored.lastUsedAtMs;
        if (isFresh && stored.lockAfterMs === lockAfterMs) return;
        await write({ ...stored, lastUsedAtMs: nowMs, lockAfterMs });
      }),
    close: () => inTurn(remove),
    closeIfDue: () =>
      inTurn(async () => {
        const stored = await store.get<Stored>(SESSION_KEY);
        if (stored === null || !isDue(stored, clock.nowMs())) return false;
        await remove();
        return true;
      }),
    isShut: async () => (await store.get<boolean>(SHUT_KEY)) === true,
    setShut: (shut) => store.set({ [SHUT_KEY]: shut }),
    failures: () => store.get<Attempts>(FAILURES_KEY),
    setFailures: (failures) =>
      failures === null ? store.remove([FAILURES_KEY]) : store.set({ [FAILURES_KEY]: failures }),
    async lockAtMs() {
      const stored = await read();
      return stored?.lockAfterMs == null ? null : stored.lastUsedAtMs + stored.lockAfterMs;
    },
  };
}
