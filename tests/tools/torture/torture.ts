/** Kills a browser at random moments, starts it again on the same profile, and looks for everything that had been confirmed. */
import { until } from '../../support/browser-commands.ts';
import { ACTS, type Dice, KEK_BASE64, type Scene } from './acts.ts';
import { Ledger } from './ledger.ts';
import { VICTIMS, type Victim, type VictimName } from './victim.ts';

export interface TortureResult {
  rounds: number;
  kills: number;
  /** Confirmed changes that were not there any more. */
  lost: number;
  /** Times the vault looked like none, or could not be opened. */
  falseFirstRuns: number;
  medianRecoveryMs: number;
  /** What was wrong, in words, and where the profile was kept. */
  problems: string[];
  confirmed: number;
}

interface Options {
  readonly rounds: number;
  readonly browser: VictimName;
  readonly seed: number;
  /** Another build than the one of the product. */
  readonly extension?: string;
  report?(line: string): void;
}

/** So that vaults stay of a usual size, and that young profiles are met too. */
const ROUNDS_A_PROFILE = 25;
const AT_ONCE = 3;
const LONGEST_LIFE_MS = 1200;
/** Every other kill comes with the answer to one of the first so many changes. */
const EARLY_ANSWERS = 16;
const KDF = {
  algorithm: 'argon2id',
  memoryKib: 65536,
  passes: 3,
  lanes: 1,
  saltBase64: 'AAECAwQFBgcICQoLDA0ODw==',
};

export async function torture({ rounds, browser, seed, extension, report }: Options): Promise<TortureResult> {
  const dice = diceOf(seed);
  const recoveriesMs: number[] = [];
  const result = { rounds: 0, kills: 0, lost: 0, falseFirstRuns: 0, medianRecoveryMs: 0, confirmed: 0 };
  const problems: string[] = [];
  let words = 0;
  const word = () => {
    words += 1;
    return `w${seed}-${words}`;
  };
  while (result.rounds < rounds) {
    const victim = VICTIMS[browser](extension);
    const scene: Scene = { victim, ledger: new Ledger(), dice, word };
    const before = problems.length;
    try {
      await victim.start();
      await makeVault(victim);
      for (let round = 0; round < ROUNDS_A_PROFILE && result.rounds < rounds; round++) {
        result.confirmed += await live(scene);
        result.kills += 1;
        result.rounds += 1;
        await victim.start();
        const startedMs = performance.now();
        const found = await everythingIn(victim).catch((error) => String(error));
        recoveriesMs.push(performance.now() - startedMs);
        if (typeof found === 'string') {
          result.falseFirstRuns += 1;
          problems.push(`round ${result.rounds}: ${found} (${victim.profile})`);
          break;
        }
        const wrong = scene.ledger.holdAgainst(found);
        result.lost += wrong.length;
        problems.push(...wrong.map((what) => `round ${result.rounds}: ${what} (${victim.profile})`));
        if (result.rounds % 10 === 0)
          report?.(`${result.rounds} rounds, ${result.confirmed} confirmed, ${problems.length} problems`);
      }
    } finally {
      await victim.end(problems.length > before && extension === undefined);
    }
  }
  recoveriesMs.sort((a, b) => a - b);
  return {
    ...result,
    medianRecoveryMs: Math.round(recoveriesMs[Math.floor(recoveriesMs.length / 2)] ?? 0),
    problems,
  };
}

/**
 * Acts without a pause until the kill. That comes at a random moment, or at once after a random answer: what was confirmed
 * before it was on the disk is lost then, however soon it would have been written. @returns how many were confirmed.
 */
async function live({ victim, ...scene }: Scene): Promise<number> {
  const { dice } = scene;
  let killed: Promise<void> | null = null;
  let confirmed = 0;
  const fatalAnswer = dice.roll(2) === 0 ? 1 + dice.roll(EARLY_ANSWERS) : Number.POSITIVE_INFINITY;
  const end = Promise.withResolvers<void>();
  const timer = setTimeout(end.resolve, 20 + dice.roll(LONGEST_LIFE_MS));
  const kill = () => {
    killed ??= victim.kill();
    end.resolve();
  };
  const answered = () => {
    if (killed !== null) return;
    confirmed += 1;
    if (confirmed >= fatalAnswer) kill();
  };
  const act = async () => {
    while (killed === null) {
      await ACTS[dice.roll(ACTS.length)]?.({ victim, ...scene }).then(answered, () => undefined);
    }
  };
  const acting = Array.from({ length: AT_ONCE }, act);
  await end.promise;
  clearTimeout(timer);
  kill();
  await killed;
  await Promise.all(acting);
  return confirmed;
}

export const makeVault = (victim: Victim): Promise<unknown> =>
  victim.ask('vault.create', { slot: 'passphrase', kdf: KDF, kekBase64: KEK_BASE64 });

/** Waits until the slowest copy has everything too. */
export const settled = (victim: Victim): Promise<unknown> =>
  until('every copy is written', async () => {
    const { copies } = await victim.ask<{ copies: { state: string }[] }>('vault.status', {});
    return copies.every(({ state }) => state === 'healthy');
  });

/** Opens the vault as its user would. @returns id → name. @throws Error when there is none to open. */
export async function everythingIn(victim: Victim): Promise<Map<string, string>> {
  const { state, slots } = await victim.ask<{ state: string; slots: { id: string }[] }>('vault.status', {});
  if (state === 'locked') {
    await victim.ask('vault.unlock', { slotId: slots[0]?.id, kekBase64: KEK_BASE64 });
  } else if (state !== 'open') throw new Error(`the vault is ${state}`);
  const { accounts } = await victim.ask<{ accounts: { id: string; service: string }[] }>('accounts.list', {
    most: 100_000,
    withCodes: 0,
  });
  return new Map(accounts.map(({ id, service }) => [id, service]));
}

/** The same in each run with the same seed: mulberry32. What the browser does meanwhile is not. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return {
    roll(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(below, 1);
    },
  };
}
