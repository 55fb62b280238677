/** The code for one fill: checked, computed and used up in a single change of the vault. */
import type { Account } from '../../../utils/accounts/account.ts';
import { mainOtpFactor, withFactor, withSite } from '../../../utils/accounts/edits.ts';
import { chooseAccount, doubtAbout, type Picked } from '../../../utils/autofill/choose-account.ts';
import type { OtpFactor } from '../../../utils/factors/factor.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Code } from '../../../utils/otp/kind.ts';
import { codeOf } from '../../../utils/otp/kinds.ts';
import { bindingFor } from '../../../utils/sites/belongs-to.ts';
import type { Site } from '../../../utils/sites/site.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import { skewMsIn } from './clock.ts';
import { withCodeUsed } from './codes.ts';

/** With less left a code may run out on its way; each box of a row takes a little longer. */
const LEAST_LEFT_MS = 3000;
const BOX_MS = 50;

export interface FillCode {
  readonly account: Account;
  readonly factorId: string;
  /** As it was when the code was computed. */
  readonly otp: OtpFactor['otp'];
  readonly code: Code;
}
/** Nothing was used up: ask again after this many milliseconds. */
export interface Later {
  readonly account: Account;
  readonly waitMs: number;
  /** The running code is nearly over, or was used on this site already. */
  readonly why: 'late' | 'spent';
}

export interface FillWish {
  readonly site: Site;
  readonly picked: Picked | undefined;
  readonly boxes: number;
  /** A code that was pushed and not kept by the page: it may be tried once more. */
  readonly spentInVain: SpentCode | null;
}

export interface SpentCode {
  readonly factorId: string;
  readonly validUntilMs: number | null;
}

interface UsedCode {
  readonly site: string;
  readonly validUntilMs: number;
}

const usedId = (factorId: string) => `fill.used.${factorId}`;

/** @throws Fault as `chooseAccount`, `otp/missing-pin`, `otp/unknown-kind`. */
export function useCode(
  contents: Contents,
  wish: FillWish,
  nowMs: number,
): readonly [Contents, FillCode | Later] {
  const account = chooseAccount(contents.account, wish.site, wish.picked);
  const factor = mainOtpFactor(account);
  if (factor === null) throw new Fault('factor/not-found');
  const code = codeNow(factor, nowMs, skewMsIn(contents));
  const later = waitFor(contents, factor.id, code, wish, nowMs);
  if (later !== null) return [contents, { account, ...later }];
  const used = withCodeUsed(account, factor, nowMs);
  let edited = withRecord(contents, 'account', account.id, confirmed(used, wish.site, nowMs));
  if (code.validUntilMs !== null) {
    const note = { site: wish.site.site, validUntilMs: code.validUntilMs };
    edited = withRecord(edited, 'fact', usedId(factor.id), note);
  }
  return [edited, { account, factorId: factor.id, otp: factor.otp, code }];
}

/** By the corrected clock; its end is told by this machine's. */
function codeNow({ otp }: OtpFactor, nowMs: number, skewMs: number): Code {
  const { text, validUntilMs } = codeOf(otp, nowMs + skewMs);
  return { text, validUntilMs: validUntilMs === null ? null : validUntilMs - skewMs };
}

/** A server takes each code once; and one about to run out is refused by the time it is read. */
function waitFor(
  contents: Contents,
  factorId: string,
  code: Code,
  wish: FillWish,
  nowMs: number,
): Omit<Later, 'account'> | null {
  const { validUntilMs } = code;
  if (validUntilMs === null) return null;
  const leftMs = validUntilMs - nowMs;
  const used = contents.fact.get(usedId(factorId)) as UsedCode | null | undefined;
  const spent = used?.site === wish.site.site && used.validUntilMs === validUntilMs;
  const { spentInVain } = wish;
  const inVain = spentInVain?.factorId === factorId && spentInVain.validUntilMs === validUntilMs;
  const late = leftMs < LEAST_LEFT_MS + BOX_MS * wish.boxes;
  if (spent && !inVain) return { waitMs: leftMs, why: 'spent' };
  return late ? { waitMs: leftMs, why: 'late' } : null;
}

/** A counter moves only with a code that a page kept: this one may be used again. */
export function withCounterBack(contents: Contents, { account: { id }, factorId, otp }: FillCode): Contents {
  const account = contents.account.get(id);
  const factor = account?.factors.find((one) => one.id === factorId);
  if (account === undefined || factor?.sort !== 'otp') return contents;
  // Moved on meanwhile by somebody else: then it is no longer ours to move.
  if (factor.otp.counter !== (otp.counter ?? 0) + 1) return contents;
  const back = { ...factor, otp: { ...factor.otp, counter: otp.counter ?? 0 } };
  return withRecord(contents, 'account', id, withFactor(account, back));
}

/** A site that came with an import, or by an equivalent name, is sure from the first fill that the user said yes to. */
function confirmed(account: Account, site: Site, nowMs: number): Account {
  const doubt = doubtAbout(account, site.host);
  if (doubt === null) return account;
  const sure = { source: 'user', addedAtMs: nowMs } as const;
  const binding = bindingFor(account, site.host);
  if (doubt.why === 'import' && binding !== null) return withSite(account, { ...binding, ...sure });
  return withSite(account, { site: site.site, exactHost: false, ...sure });
}
