/** The code for one fill: checked, computed and used up in a single change of the vault. */
import type { Account } from '../../../utils/accounts/account.ts';
import { mainOtpFactor, withSite } from '../../../utils/accounts/edits.ts';
import { chooseAccount, doubtAbout, type Picked } from '../../../utils/autofill/choose-account.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Code } from '../../../utils/otp/kind.ts';
import { codeOf } from '../../../utils/otp/kinds.ts';
import { bindingFor } from '../../../utils/sites/belongs-to.ts';
import type { Site } from '../../../utils/sites/site.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import { withCodeUsed } from './codes.ts';

/** With less left a code may run out on its way; each box of a row takes a little longer. */
const LEAST_LEFT_MS = 3000;
const BOX_MS = 50;

export interface FillCode {
  readonly account: Account;
  readonly factorId: string;
  readonly code: Code;
}
/** Nothing was used up: ask again after this many milliseconds. */
export interface Later {
  readonly account: Account;
  readonly waitMs: number;
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
  const code = codeOf(factor.otp, nowMs);
  const waitMs = waitFor(contents, factor.id, code, wish, nowMs);
  if (waitMs > 0) return [contents, { account, waitMs }];
  const used = withCodeUsed(account, factor, nowMs);
  let edited = withRecord(contents, 'account', account.id, confirmed(used, wish.site, nowMs));
  if (code.validUntilMs !== null) {
    const note = { site: wish.site.site, validUntilMs: code.validUntilMs };
    edited = withRecord(edited, 'fact', usedId(factor.id), note);
  }
  return [edited, { account, factorId: factor.id, code }];
}

/** A server takes each code once; and one about to run out is refused by the time it is read. */
function waitFor(contents: Contents, factorId: string, code: Code, wish: FillWish, nowMs: number): number {
  const { validUntilMs } = code;
  if (validUntilMs === null) return 0;
  const leftMs = validUntilMs - nowMs;
  const used = contents.fact.get(usedId(factorId)) as UsedCode | null | undefined;
  const spent = used?.site === wish.site.site && used.validUntilMs === validUntilMs;
  const { spentInVain } = wish;
  const inVain = spentInVain?.factorId === factorId && spentInVain.validUntilMs === validUntilMs;
  const late = leftMs < LEAST_LEFT_MS + BOX_MS * wish.boxes;
  return late || (spent && !inVain) ? leftMs : 0;
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
