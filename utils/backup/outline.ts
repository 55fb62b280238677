/** What a vault holds with every secret blanked: enough to say what another format would lose, and nothing more. */
import type { Account } from '../accounts/account.ts';
import type { Factor } from '../factors/factor.ts';

const blank = (text: string, sign: string) => sign.repeat(text.length);

export function outlineOf(accounts: readonly Account[]): Account[] {
  const secrets = new Map<string, string>();
  // Equal ones stay equal and others apart: some formats keep a secret only once.
  const blankSecret = (secret: string): string => {
    const known = secrets.get(secret);
    if (known !== undefined) return known;
    const number = [...secrets.size.toString(16)].map(
      (digit) => 'ABCDEFGHIJKLMNOP'[Number.parseInt(digit, 16)],
    );
    const blanked = number.join('').padStart(secret.length, 'A');
    secrets.set(secret, blanked);
    return blanked;
  };
  return accounts.map((account) => ({
    ...account,
    note: blank(account.note, 'x'),
    factors: account.factors.map((factor) => outlineOfFactor(factor, blankSecret)),
  }));
}

function outlineOfFactor(factor: Factor, blankSecret: (secret: string) => string): Factor {
  if (factor.sort === 'otp') {
    const { otp } = factor;
    const pin = otp.pin === undefined ? {} : { pin: blank(otp.pin, '0') };
    return { ...factor, otp: { ...otp, secretBase32: blankSecret(otp.secretBase32), ...pin } };
  }
  if (factor.sort === 'phone') return { ...factor, numberE164: '+' };
  if (factor.sort === 'email') return { ...factor, address: '' };
  if (factor.sort !== 'recoveryCodes') return factor;
  return { ...factor, codes: factor.codes.map((code, at) => ({ ...code, text: `code ${at}` })) };
}
