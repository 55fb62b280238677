/** Accounts at the played services, and all that a service knows of one. */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { ServerOtp } from './one-time-code.ts';
import type { ServiceId } from './switches.ts';

/** What a service notes about an account; a key of `history` in the words. */
export type Deed =
  | 'registered'
  | 'signedIn'
  | 'passwordChanged'
  | 'phoneBound'
  | 'phoneChanged'
  | 'phoneUnbinding'
  | 'unbindingStopped'
  | 'phoneUnbound'
  | 'keySet'
  | 'keyReset'
  | 'codeVerified'
  | 'frozen'
  | 'unfrozen'
  | 'sessionsClosed'
  | 'smsRetired'
  | 'identityProven';

export interface HistoryLine {
  readonly atMs: number;
  readonly deed: Deed;
}

export interface Member {
  readonly service: ServiceId;
  readonly name: string;
  readonly salt: Uint8Array;
  passwordHash: Uint8Array;
  /** Made by a test: a page opened with `?as=name` needs no password. */
  readonly isPreset: boolean;
  email: string;
  /** E.164. */
  phone: string | null;
  otp: ServerOtp | null;
  /** Shown on a set-up page and not yet confirmed. */
  offeredOtp: ServerOtp | null;
  readonly recoveryHashes: Set<string>;
  /** SHA-256 in hex of the answer to the security question. */
  answerHash: string | null;
  isFrozen: boolean;
  /** By the service's clock; null when none was ever accepted. */
  lastCodeMs: number | null;
  /** The last code that came by text message or call. */
  lastSmsMs: number | null;
  /** A request that the service lets rest until then. */
  waitsUntilMs: number | null;
  /** QQ: where unbinding stopped in the middle. */
  isHalfUnbound: boolean;
  /** QQ: unbound once, and not bound again. */
  isUnbound: boolean;
  /** The bank: when codes by text message ended for this account. */
  smsRetiredMs: number | null;
  /** B特派: kinds of notice that are sent by text message. */
  readonly notices: Set<string>;
  readonly history: HistoryLine[];
  /** Counts for tests. */
  codesAccepted: number;
  codesRefused: number;
}

export interface MemberPreset {
  readonly name: string;
  /** `correct horse` when left out. */
  readonly password?: string;
  /** `name@mail.example` when left out. */
  readonly email?: string;
  /** E.164: `+8613812341234`. */
  readonly phone?: string;
  readonly otp?: ServerOtp;
  readonly isPreset?: boolean;
}

export function createMember(service: ServiceId, preset: MemberPreset): Member {
  const salt = randomBytes(16);
  return {
    service,
    name: preset.name,
    salt,
    passwordHash: hashOf(preset.password ?? 'correct horse', salt),
    isPreset: preset.isPreset ?? false,
    email: preset.email ?? `${preset.name}@mail.example`,
    phone: preset.phone ?? null,
    otp: preset.otp ?? null,
    offeredOtp: null,
    recoveryHashes: new Set(),
    answerHash: null,
    isFrozen: false,
    lastCodeMs: null,
    lastSmsMs: null,
    waitsUntilMs: null,
    isHalfUnbound: false,
    isUnbound: false,
    smsRetiredMs: null,
    notices: new Set(['security']),
    history: [],
    codesAccepted: 0,
    codesRefused: 0,
  };
}

export function hasMemberPassword(member: Member, password: string): boolean {
  return timingSafeEqual(member.passwordHash, hashOf(password, member.salt));
}

export function setMemberPassword(member: Member, password: string): void {
  member.passwordHash = hashOf(password, member.salt);
}

/** Cheaper than a real server's: nothing here outlives the process. */
function hashOf(password: string, salt: Uint8Array): Uint8Array {
  return scryptSync(password.normalize('NFC'), salt, 32, { N: 4096 });
}
