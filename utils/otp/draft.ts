/** What an address or a typed form holds before anything is saved. */
import type { FaultCode } from '../fault.ts';
import type { OtpParameters } from './kind.ts';

/** Things worth saying before saving; the words are in the locale files under `bind.notice`. */
export type OtpNotice =
  /** A counter-based address named no counter: it starts at 0. */
  | 'counterAssumed'
  /** The app it comes from stores the counter of the last code, or of the next one: nobody can tell which. */
  | 'counterMayLag'
  /** It stood on a page as text or behind a link: the page was read for it, and may show something else as well. */
  | 'foundOnPage'
  /** The label names one service, the issuer parameter another one; the label's is taken, the other one is kept. */
  | 'issuerDiffers'
  /** No service is named anywhere. */
  | 'noService'
  /** The file does not say how long a code lasts: 30 seconds are usual. */
  | 'periodAssumed'
  | 'pinNeeded'
  /** A length that no encoder writes: a character was probably lost. */
  | 'secretCutShort'
  /** Under 80 bits. */
  | 'secretShort'
  /** Plain TOTP as written, but the service calls itself Steam, whose codes are letters. */
  | 'steamByName';

export interface OtpDraft {
  readonly service: string;
  readonly login: string;
  readonly otp: OtpParameters;
  /** Parameters we do not know, decoded, kept so that writing the address again loses nothing. */
  readonly extra: Readonly<Record<string, string>>;
  readonly notices: readonly OtpNotice[];
}

/** One of several QR codes that belong together. */
export interface OtpBatch {
  readonly id: number;
  /** From 0. */
  readonly index: number;
  readonly size: number;
}

/** An entry that could not be read; it never spoils the others. */
export interface OtpProblem {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly code: FaultCode;
  readonly detail: string | undefined;
}

export interface OtpReading {
  readonly drafts: readonly OtpDraft[];
  readonly batches: readonly OtpBatch[];
  readonly problems: readonly OtpProblem[];
}
