/** One way to prove it is you. Stored in vaults: names here never change meaning. */
import type { OtpParameters } from '../otp/kind.ts';

/** `pending` until a code was accepted once; `replacing` stays usable until its successor was accepted. */
export type FactorState = 'pending' | 'active' | 'replacing' | 'retiring' | 'retired' | 'lost';

interface FactorBase {
  readonly id: string;
  readonly state: FactorState;
  /** The device it hangs on, or null when it hangs on none we know. */
  readonly deviceId: string | null;
  readonly addedAtMs: number;
  readonly lastUsedAtMs: number | null;
  /** The owner's own name for it; empty when none was given. */
  readonly label: string;
  /** When the service last took it as proof, as far as we were told. Not there: never seen. */
  readonly acceptedAtMs?: number;
  /** Retired or lost since. */
  readonly goneSinceMs?: number;
  /** The owner's rhythm for changing it. Not there: none was set. */
  readonly rotateEveryDays?: number;
  /** The day the service stops taking it. */
  readonly endsAtMs?: number;
}

export interface OtpFactor extends FactorBase {
  readonly sort: 'otp';
  readonly otp: OtpParameters;
}

export interface PhoneFactor extends FactorBase {
  readonly sort: 'phone';
  /** E.164, e.g. `+8613800001234`. */
  readonly numberE164: string;
}

export interface EmailFactor extends FactorBase {
  readonly sort: 'email';
  readonly address: string;
}

export interface RecoveryCode {
  readonly text: string;
  readonly usedAtMs: number | null;
  /** Host it was used on; null when not used or not known. */
  readonly usedOn: string | null;
}

export interface RecoveryCodesFactor extends FactorBase {
  readonly sort: 'recoveryCodes';
  readonly codes: readonly RecoveryCode[];
}

/** Ways in that we keep a record of and compute nothing for. */
export interface RecordedFactor extends FactorBase {
  readonly sort: 'securityKey' | 'passkey' | 'pushApp' | 'qrSignIn' | 'face' | 'securityQuestions';
}

export type RecordedSort = RecordedFactor['sort'];
export type Factor = OtpFactor | PhoneFactor | EmailFactor | RecoveryCodesFactor | RecordedFactor;
export type FactorSort = Factor['sort'];
