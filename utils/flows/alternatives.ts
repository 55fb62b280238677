/** What can take the place of text messages, side by side: what each costs, asks and withstands. Words under `flow.way.<sort>`. */
import type { FactorSort } from '../factors/factor.ts';

export type Grade = 'good' | 'fair' | 'poor';

export interface Alternative {
  readonly sort: FactorSort;
  /** Mostly free, or a thing to buy. */
  readonly money: Grade;
  readonly effort: Grade;
  /** Whether a forged page gets it. */
  readonly phishing: Grade;
  /** Whether someone on the way gets it: a swapped SIM, a read mailbox. */
  readonly interception: Grade;
  /** What is left when the phone is gone. */
  readonly phoneGone: Grade;
}

/** NIST SP 800-63B-4 §3.1.3 and §3.2: out-of-band by phone is restricted; only keys bound to the site withstand phishing. */
export const ALTERNATIVES: readonly Alternative[] = [
  {
    sort: 'passkey',
    money: 'good',
    effort: 'good',
    phishing: 'good',
    interception: 'good',
    phoneGone: 'fair',
  },
  {
    sort: 'securityKey',
    money: 'poor',
    effort: 'fair',
    phishing: 'good',
    interception: 'good',
    phoneGone: 'good',
  },
  { sort: 'otp', money: 'good', effort: 'good', phishing: 'fair', interception: 'good', phoneGone: 'good' },
  {
    sort: 'pushApp',
    money: 'good',
    effort: 'good',
    phishing: 'fair',
    interception: 'good',
    phoneGone: 'poor',
  },
  {
    sort: 'qrSignIn',
    money: 'good',
    effort: 'fair',
    phishing: 'fair',
    interception: 'good',
    phoneGone: 'poor',
  },
  { sort: 'email', money: 'good', effort: 'fair', phishing: 'poor', interception: 'fair', phoneGone: 'fair' },
];
