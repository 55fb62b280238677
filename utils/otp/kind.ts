/** What a kind of one-time code is. Each kind is one file and one line in `kinds.ts`. */
import type { GenericSchema } from 'valibot';

export const HASHES = ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'MD5'] as const;
export type Hash = (typeof HASHES)[number];

/**
 * Parameters of an `otp` factor as they are stored. `kind` names the rule; which other fields are used is the kind's own
 * affair and checked by its schema.
 */
export interface OtpParameters {
  /** An id of the registry in `kinds.ts`: `totp`, `hotp`, … */
  readonly kind: string;
  /** RFC 4648 base32, upper case, no padding, no spaces. */
  readonly secretBase32: string;
  readonly hash: Hash;
  readonly digits: number;
  /** Time-based kinds only. */
  readonly periodSeconds?: number;
  /** Counter-based kinds only: the counter of the *next* code. */
  readonly counter?: number;
  /** Kinds that mix a PIN in. */
  readonly pin?: string;
}

export interface Code {
  readonly text: string;
  /** Null for codes that do not run out by time. */
  readonly validUntilMs: number | null;
}

export interface OtpKind {
  readonly id: string;
  /** Whether the code moves with time or with a counter that each use moves on. */
  readonly moves: 'time' | 'counter';
  /** What is meant where an address or a form says nothing. */
  readonly usual: Pick<OtpParameters, 'hash' | 'digits' | 'periodSeconds' | 'counter'>;
  /** True when `usual` is part of the rule, so that there is nothing to choose. */
  readonly fixed: boolean;
  readonly needsPin: boolean;
  /** The form in which people and addresses write the secret. Stored it is always base32. */
  readonly secretText: 'base32' | 'hex';
  /** Beginning of its addresses: `otpauth://totp`, `motp:`. */
  readonly address: string;
  /** Beginning of addresses that hold the secret and nothing else: `steam://`. */
  readonly bareAddress?: string;
  /** The one service that uses it; empty when many do. */
  readonly service: string;
  readonly schema: GenericSchema<unknown, OtpParameters>;
  /** @throws Fault `otp/missing-pin`. */
  codeAt(parameters: OtpParameters, nowMs: number): Code;
}
