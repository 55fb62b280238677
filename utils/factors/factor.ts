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

export type Factor = OtpFactor | PhoneFactor | EmailFactor | RecoveryCodesFactor | RecordedFactor;
export type FactorSort = Factor['sort'];
