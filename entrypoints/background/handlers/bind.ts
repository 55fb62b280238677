/** Messages about binding an account: read what was scanned, pasted or typed; show its live code; only then write. */
import type { Account } from '../../../utils/accounts/account.ts';
import {
  accountIn,
  accountWithSecret,
  blankAccount,
  mainOtpFactor,
  withFactor,
  withSite,
} from '../../../utils/accounts/edits.ts';
import { encodeHex } from '../../../utils/encoding/hex.ts';
import type { OtpFactor } from '../../../utils/factors/factor.ts';
import { Fault } from '../../../utils/fault.ts';
import type { OtpParameters } from '../../../utils/otp/kind.ts';
import { noticesOfSecret } from '../../../utils/otp/secret-text.ts';
import { readTypedOtp, typedOtpOf } from '../../../utils/otp/typed-otp.ts';
import { type OtpDraft, readOtpUri } from '../../../utils/otp/uri.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, Randomness } from '../../../utils/ports.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { BindDraftView, SiteView } from '../../../utils/views.ts';
import { codeView } from './account-views.ts';
import { skewMsIn } from './clock.ts';

type BindHandlers = Pick<Handlers, 'bind.read' | 'bind.check' | 'bind.save'>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
  siteOfTab(tabId: number): Promise<SiteView | null>;
}

const NO_ID = 'draft';

export function bindHandlers({ keeper, clock, randomness, siteOfTab }: Ports): BindHandlers {
  const id = () => encodeHex(randomness.bytes(16));

  const viewOf = (draft: Omit<OtpDraft, 'extra'>) =>
    keeper.read((contents): BindDraftView => {
      const { account } = contents;
      const nowMs = clock.nowMs();
      const same = accountWithSecret(account, draft.otp.kind, draft.otp.secretBase32);
      return {
        service: draft.service,
        login: draft.login,
        otp: typedOtpOf(draft.otp),
        code: codeView(NO_ID, draftFactor(NO_ID, draft.otp, nowMs), nowMs, skewMsIn(contents)),
        sameAs: same && { accountId: same.id, service: same.service, login: same.login },
        notices: draft.notices,
      };
    });

  return {
    'bind.read': async ({ text }) => Promise.all(readOtpUri(text).drafts.map(viewOf)),

    async 'bind.check'({ draft }) {
      const otp = readTypedOtp(draft.otp);
      return viewOf({ ...draft, otp, notices: noticesOfSecret(otp) });
    },

    async 'bind.save'({ draft, tabId, replaceAccountId }) {
      const otp = readTypedOtp(draft.otp);
      const site = tabId === undefined ? null : await siteOfTab(tabId);
      const nowMs = clock.nowMs();
      const factor = draftFactor(id(), otp, nowMs);
      const bound = site?.secure
        ? [{ site: site.site, exactHost: false, source: 'binding', addedAtMs: nowMs } as const]
        : [];
      const names = { service: draft.service.trim(), login: draft.login.trim() };
      const fresh: Account = { ...blankAccount(id(), nowMs), ...names, sites: bound, factors: [factor] };

      const accountId = await keeper.change(
        (savedId: string) =>
          replaceAccountId === undefined
            ? { did: 'account.added', accountId: savedId, service: names.service, by: 'bind' }
            : { did: 'factor.replaced', accountId: savedId, factorId: factor.id },
        (contents: Contents) => {
          if (replaceAccountId !== undefined) return replaced(contents, replaceAccountId, factor, bound);
          if (accountWithSecret(contents.account, otp.kind, otp.secretBase32))
            throw new Fault('account/duplicate');
          return [withRecord(contents, 'account', fresh.id, fresh), fresh.id] as const;
        },
      );
      return { accountId, site };
    },
  };
}

function draftFactor(id: string, otp: OtpParameters, nowMs: number): OtpFactor {
  return {
    id,
    sort: 'otp',
    otp,
    state: 'active',
    deviceId: null,
    addedAtMs: nowMs,
    lastUsedAtMs: null,
    label: '',
  };
}

/** The old secret stays, retired: a service that did not take the new one still takes the old. */
function replaced(contents: Contents, accountId: string, factor: OtpFactor, sites: Account['sites']) {
  const account = accountIn(contents.account, accountId);
  const old = mainOtpFactor(account);
  const retired = old ? withFactor(account, { ...old, state: 'retired' }) : account;
  const renewed = sites.reduce(withSite, withFactor(retired, factor));
  return [withRecord(contents, 'account', accountId, renewed), accountId] as const;
}
