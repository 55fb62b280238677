/** One factor's otp as an address, so that a reader who knows nothing else of the backup gets something. */
import type { Account } from '../accounts/account.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { isFault } from '../fault.ts';
import type { OtpParameters } from '../otp/kind.ts';
import { writeOtpUri } from '../otp/uri.ts';

/** @returns null where there is none, e.g. for a kind of a newer version: a backup never fails for want of an address. */
export function otpUriOf({ service, login }: Account, otp: OtpParameters): string | null {
  try {
    return writeOtpUri({ service, login, otp, extra: {} });
  } catch (error) {
    if (isFault(error) || isMalformedText(error)) return null;
    throw error;
  }
}
