/** A well-known service as the directory knows it: its names, its domains, what it takes as a second factor. */

/**
 * `push` is any app of the service's own that confirms a sign-in or shows a code for it. `securityKey` is FIDO (U2F or
 * WebAuthn) as a second factor.
 */
export const WAYS = ['totp', 'sms', 'push', 'email', 'securityKey', 'passkey'] as const;
export type Way = (typeof WAYS)[number];
/** Unknown wherever no source says it: a directory that guesses sends people to settings that do not exist. */
export type Support = 'yes' | 'no' | 'unknown';

export interface KnownService {
  /** Kept in guides and in cached answers: never rename. */
  readonly id: string;
  /** English name, or the one name it has. */
  readonly name: string;
  readonly nameZh: string;
  /** Every name it goes by, both of those included. */
  readonly names: readonly string[];
  /** Where it is used, the chief one first: registrable domains, or hosts below another service's domain. May be none. */
  readonly domains: readonly string[];
  readonly supports: Readonly<Record<Way, Support>>;
  /** The service's own page about this, always https; null where no source names one. */
  readonly setUpPage: string | null;
  /** Where this is known from. */
  readonly sources: readonly string[];
}
