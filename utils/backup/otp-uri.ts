/** One account's otp as an `otpauth://` address, so that a reader who knows nothing else of the backup gets something. */
import type { Account } from '../accounts/account.ts';
import type { OtpParameters } from '../otp/kind.ts';

/** Key URI format of Google Authenticator; kinds it does not know stand in the place of the type. */
export function otpUriOf(account: Pick<Account, 'service' | 'login'>, otp: OtpParameters): string {
  const label = [account.service, account.login].filter((part) => part !== '').map(encodeURIComponent);
  const query = new URLSearchParams({
    secret: otp.secretBase32,
    algorithm: otp.hash,
    digits: String(otp.digits),
  });
  if (account.service !== '') query.set('issuer', account.service);
  if (otp.periodSeconds !== undefined) query.set('period', String(otp.periodSeconds));
  if (otp.counter !== undefined) query.set('counter', String(otp.counter));
  if (otp.pin !== undefined) query.set('pin', otp.pin);
  // A plus is a space to some readers and a plus to others; %20 is a space to all.
  return `otpauth://${otp.kind}/${label.join(':')}?${query.toString().replaceAll('+', '%20')}`;
}
