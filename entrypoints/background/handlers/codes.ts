/** Messages about codes: read them, move a counter on, note that one was copied. */
import type { Account } from '../../../utils/accounts/account.ts';
import { accountIn, otpFactorIn, withFactor } from '../../../utils/accounts/edits.ts';
import type { OtpFactor } from '../../../utils/factors/factor.ts';
import { Fault } from '../../../utils/fault.ts';
import { kindOf } from '../../../utils/otp/kinds.ts';
import { counterAfter } from '../../../utils/otp/resync.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import { accountCode, codeView } from './account-views.ts';
import { skewMsIn } from './clock.ts';

type CodeHandlers = Pick<
  Handlers,
  'codes.read' | 'codes.ofFactor' | 'codes.next' | 'codes.resync' | 'codes.copied'
>;

/** The account with this factor used now; a counter points at the code after the one that was used up. */
export function withCodeUsed(account: Account, factor: OtpFactor, nowMs: number): Account {
  const { otp } = factor;
  const isCounted = kindOf(otp).moves === 'counter';
  const moved = isCounted ? { ...otp, counter: (otp.counter ?? 0) + 1 } : otp;
  const used = withFactor(account, { ...factor, otp: moved, lastUsedAtMs: nowMs });
  return { ...used, lastUsedAtMs: nowMs };
}

export function codeHandlers({
  keeper,
  clock,
}: {
  readonly keeper: Keeper;
  readonly clock: Clock;
}): CodeHandlers {
  const use = (accountId: string, factorId: string) => (contents: Contents) => {
    const account = accountIn(contents.account, accountId);
    const factor = otpFactorIn(account, factorId);
    const nowMs = clock.nowMs();
    const code = codeView(accountId, factor, nowMs, skewMsIn(contents));
    return [withRecord(contents, 'account', accountId, withCodeUsed(account, factor, nowMs)), code] as const;
  };

  return {
    'codes.read': ({ accountIds }) =>
      keeper.read((contents) => {
        const { account } = contents;
        const skewMs = skewMsIn(contents);
        const nowMs = clock.nowMs();
        return accountIds.flatMap((id) => {
          const known = account.get(id);
          return (known && accountCode(known, nowMs, skewMs)) ?? [];
        });
      }),

    'codes.ofFactor': ({ accountId, factorId }) =>
      keeper.read((contents) => {
        const factor = otpFactorIn(accountIn(contents.account, accountId), factorId);
        return codeView(accountId, factor, clock.nowMs(), skewMsIn(contents));
      }),

    'codes.next': ({ accountId, factorId }) =>
      keeper.change({ did: 'code.next', accountId, factorId }, use(accountId, factorId)),

    'codes.resync': ({ accountId, factorId, shown }) =>
      keeper.change({ did: 'code.resynced', accountId, factorId }, (contents) => {
        const account = accountIn(contents.account, accountId);
        const factor = otpFactorIn(account, factorId);
        const counter = counterAfter(factor.otp, shown);
        if (counter === null) throw new Fault('otp/no-such-pair');
        const set = withFactor(account, { ...factor, otp: { ...factor.otp, counter } });
        return [withRecord(contents, 'account', accountId, set), { counter }];
      }),

    /** A counter does not move here: the code that was copied is the one that `codes.next` used up. */
    async 'codes.copied'({ accountId, factorId }) {
      await keeper.change({ did: 'code.copied', accountId, factorId }, (contents) => {
        const account = accountIn(contents.account, accountId);
        const factor = { ...otpFactorIn(account, factorId), lastUsedAtMs: clock.nowMs() };
        const used = { ...withFactor(account, factor), lastUsedAtMs: clock.nowMs() };
        return [withRecord(contents, 'account', accountId, used), null];
      });
      return null;
    },
  };
}
