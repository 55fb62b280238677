/** All the site remembers, in memory: users, sessions and open code steps, apart for each host. */
import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Language } from './language.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import type { ServerOtp } from './one-time-code.ts';
import type { ServiceId } from './switches.ts';
import { createTown, type Town } from './town.ts';

export interface User {
  readonly name: string;
  readonly salt: Uint8Array;
  readonly passwordHash: Uint8Array;
  /** Made by a test: a page opened with `?as=name` needs no password. */
  readonly isPreset: boolean;
  otp: ServerOtp | null;
  /** Shown on the set-up page and not yet confirmed. */
  offeredOtp: ServerOtp | null;
  /** SHA-256 in hex of the codes not used yet. */
  readonly recoveryHashes: Set<string>;
  /** Counts for tests: how often a code step was passed, and how often one was refused. */
  codesAccepted: number;
  codesRefused: number;
}

export interface Session {
  readonly id: string;
  language: Language | null;
  /** "Keep me signed in": the cookie outlives the browser. */
  isKept: boolean;
  signedInAs: string | null;
  /** Gave the right password and still owes a code. */
  owesCode: string | null;
  /** At the played services. */
  readonly members: Map<ServiceId, MemberSession>;
}

export interface MemberSession {
  readonly name: string;
  /** `named`: said who they are, to get back in. `owesCode`: gave the right password and still owes a code. */
  stage: 'named' | 'owesCode' | 'signedIn';
  /** What was proven on the way, and until when that holds. */
  readonly proofs: Map<string, number>;
}

/** An open code step. It is named in the form and not in a cookie, so that it also holds in a frame of another site. */
export interface CodeStep {
  readonly host: string;
  readonly sessionId: string;
  readonly userName: string;
  readonly untilMs: number;
}

export interface HostState {
  readonly users: Map<string, User>;
  readonly sessions: Map<string, Session>;
}

export interface World {
  nowMs(): number;
  hostState(host: string): HostState;
  readonly codeSteps: Map<string, CodeStep>;
  readonly wrongPasswords: Limiter;
  readonly wrongCodes: Limiter;
  readonly town: Town;
}

const QUARTER_HOUR_MS = 15 * 60_000;

export function createWorld(nowMs: () => number): World {
  const hosts = new Map<string, HostState>();
  return {
    nowMs,
    hostState(host) {
      const state = hosts.get(host) ?? { users: new Map(), sessions: new Map() };
      hosts.set(host, state);
      return state;
    },
    codeSteps: new Map(),
    wrongPasswords: createLimiter(10, QUARTER_HOUR_MS),
    wrongCodes: createLimiter(5, QUARTER_HOUR_MS),
    town: createTown(nowMs),
  };
}

export function createUser(name: string, password: string, isPreset = false): User {
  const salt = randomBytes(16);
  return {
    name,
    salt,
    passwordHash: passwordHash(password, salt),
    isPreset,
    otp: null,
    offeredOtp: null,
    recoveryHashes: new Set(),
    codesAccepted: 0,
    codesRefused: 0,
  };
}

export function hasPassword(user: User, password: string): boolean {
  return timingSafeEqual(user.passwordHash, passwordHash(password, user.salt));
}

/** Cheaper than a real server's: nothing here outlives the process. */
function passwordHash(password: string, salt: Uint8Array): Uint8Array {
  return scryptSync(password.normalize('NFC'), salt, 32, { N: 4096 });
}

export function randomId(): string {
  return randomBytes(16).toString('base64url');
}

/** Case, spaces and dashes are forgiven. */
export function recoveryHash(code: string): string {
  return createHash('sha256').update(code.toLowerCase().replace(/[\s-]/g, '')).digest('hex');
}
