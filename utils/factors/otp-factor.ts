/** A set-up address or a bare secret, as it is scanned or pasted into a flow. */
import { Fault } from '../fault.ts';
import type { OtpParameters } from '../otp/kind.ts';
import { readTypedOtp } from '../otp/typed-otp.ts';
import { readOtpUri } from '../otp/uri.ts';

/** @throws Fault `otp/*`; `otp/not-an-otp` also for a text that holds several. */
export function readOtpFactor(text: string): OtpParameters {
  if (!text.includes(':')) {
    return readTypedOtp({ kind: 'totp', secret: text, hash: '', digits: 6 });
  }
  const { drafts } = readOtpUri(text);
  const [first, second] = drafts;
  if (first === undefined || second !== undefined) throw new Fault('otp/not-an-otp');
  return first.otp;
}
