/** What our pages are shown of accounts and codes: never a secret. */
import type { Account } from '../../../utils/accounts/account.ts';
import { mainOtpFactor } from '../../../utils/accounts/edits.ts';
import type { OtpFactor } from '../../../utils/factors/factor.ts';
import { isFault } from '../../../utils/fault.ts';
import { codesAround, KINDS } from '../../../utils/otp/kinds.ts';
import type { AccountView, CodeView, DoubtView } from '../../../utils/views.ts';

export function accountView(account: Account, here: boolean, doubt: DoubtView | null = null): AccountView {
  return {
    id: account.id,
    service: account.service,
    login: account.login,
    sites: account.sites.map(({ site }) => site),
    pinned: account.pinned,
    here,
    doubt,
    factors: account.factors.map((factor) => {
      const kind = factor.sort === 'otp' ? factor.otp.kind : null;
      const known = KINDS.find(({ id }) => id === kind);
      return { id: factor.id, sort: factor.sort, state: factor.state, kind, moves: known?.moves ?? null };
    }),
  };
}

/** @returns null for an account without a code of ours. */
export function accountCode(account: Account, nowMs: number, skewMs: number): CodeView | null {
  const factor = mainOtpFactor(account);
  return factor && codeView(account.id, factor, nowMs, skewMs);
}

/** @param skewMs what the clock is wrong by; the times in the view are this machine's again. */
export function codeView(accountId: string, { id, otp }: OtpFactor, nowMs: number, skewMs: number): CodeView {
  const place = { accountId, factorId: id, periodSeconds: otp.periodSeconds ?? null };
  try {
    const { now, next } = codesAround(otp, nowMs + skewMs);
    return {
      ...place,
      text: now.text,
      validUntilMs: now.validUntilMs === null ? null : now.validUntilMs - skewMs,
      nextText: next?.text ?? null,
      fault: null,
    };
  } catch (error) {
    const fault = isFault(error) ? error.code : 'unexpected';
    return { ...place, text: '', validUntilMs: null, nextText: null, fault };
  }
}
