/** Messages about binding an account: read what was scanned, pasted or typed; show its live code; only then write. */
import type { Account, BoundSite } from '../../../utils/accounts/account.ts';
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
import type { OtpDraft } from '../../../utils/otp/draft.ts';
import type { OtpParameters } from '../../../utils/otp/kind.ts';
import { addressesOf, type KeptSets } from '../../../utils/otp/migration-sets.ts';
import { readMigrationUri } from '../../../utils/otp/migration-uri.ts';
import { readTexts, type TextsReading } from '../../../utils/otp/read-texts.ts';
import { noticesOfSecret } from '../../../utils/otp/secret-text.ts';
import { readTypedOtp, typedOtpOf } from '../../../utils/otp/typed-otp.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, Randomness } from '../../../utils/ports.ts';
import { readableHost } from '../../../utils/sites/readable.ts';
import { siteTyped } from '../../../utils/sites/site.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { BindDraftView, SiteView } from '../../../utils/views.ts';
import { codeView } from './account-views.ts';
import { draftsOnPage } from './bind-find.ts';
import { skewMsIn } from './clock.ts';
import { progressOfAll, type WaitingSets } from './waiting-sets.ts';

type BindHandlers = Pick<
  Handlers,
  'bind.read' | 'bind.find' | 'bind.waiting' | 'bind.forget' | 'bind.check' | 'bind.save'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly sets: WaitingSets;
  siteOfTab(tabId: number): Promise<SiteView | null>;
}

const NO_ID = 'draft';

export function bindHandlers({ keeper, clock, randomness, sets, siteOfTab }: Ports): BindHandlers {
  const id = () => encodeHex(randomness.bytes(16));

  const viewsOf = (drafts: readonly Omit<OtpDraft, 'extra'>[]) =>
    keeper.read((contents) => drafts.map((draft) => viewOf(draft, contents, clock.nowMs())));

  /** With those of its sets that were read before. */
  const viewOfReading = async ({ drafts, problems }: TextsReading, touched: KeptSets) => {
    const addresses = Object.values(touched).flatMap(addressesOf);
    const inSets = addresses.flatMap((address) => readMigrationUri(address)?.drafts ?? []);
    const views = await viewsOf(withoutRepeats([...drafts, ...inSets]));
    return { drafts: views, sets: progressOfAll(touched), problems };
  };

  return {
    async 'bind.read'({ texts }) {
      // A locked vault is told before anything is kept of what was read.
      await keeper.read(() => null);
      const reading = readTexts(texts);
      return viewOfReading(reading, await sets.add(reading.parts));
    },

    async 'bind.find'({ tabId, parts }) {
      await keeper.read(() => null);
      const site = await siteOfTab(tabId);
      const drafts = site === null ? [] : draftsOnPage(parts, site);
      return viewOfReading({ drafts, parts: [], problems: [] }, {});
    },

    async 'bind.waiting'() {
      await keeper.read(() => null);
      return viewOfReading({ drafts: [], parts: [], problems: [] }, await sets.all());
    },

    async 'bind.forget'({ setId }) {
      await sets.forget(setId);
      return null;
    },

    async 'bind.check'({ draft }) {
      const otp = readTypedOtp(draft.otp);
      const [view] = await viewsOf([{ ...draft, otp, notices: noticesOfSecret(otp) }]);
      if (view === undefined) throw new Error('a draft has a view');
      return view;
    },

    async 'bind.save'({ draft, tabId, site: chosen, replaceAccountId }) {
      const otp = readTypedOtp(draft.otp);
      const site = tabId === undefined ? null : await siteOfTab(tabId);
      const nowMs = clock.nowMs();
      const factor = draftFactor(id(), otp, nowMs);
      const named = chosen?.trim() ? siteTyped(chosen) : null;
      const bound: BoundSite[] = named === null ? [] : [boundSite(named.site, 'user', nowMs)];
      if (site?.secure) bound.push(boundSite(site.site, 'binding', nowMs));
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
      const boundTo = site?.secure ? site.readable : named && readableHost(named.site);
      return { accountId, site, boundTo };
    },
  };
}

function viewOf(draft: Omit<OtpDraft, 'extra'>, contents: Contents, nowMs: number): BindDraftView {
  const same = accountWithSecret(contents.account, draft.otp.kind, draft.otp.secretBase32);
  return {
    service: draft.service,
    login: draft.login,
    otp: typedOtpOf(draft.otp),
    code: codeView(NO_ID, draftFactor(NO_ID, draft.otp, nowMs), nowMs, skewMsIn(contents)),
    sameAs: same && { accountId: same.id, service: same.service, login: same.login },
    notices: draft.notices,
  };
}

/** A page shows the same code twice, or an export was read twice. */
function withoutRepeats(drafts: readonly OtpDraft[]): OtpDraft[] {
  const known = new Map<string, OtpDraft>();
  for (const draft of drafts) {
    const key = `${draft.otp.kind} ${draft.otp.secretBase32}`;
    if (!known.has(key)) known.set(key, draft);
  }
  return [...known.values()];
}

const boundSite = (site: string, source: BoundSite['source'], addedAtMs: number): BoundSite => ({
  site,
  exactHost: false,
  source,
  addedAtMs,
});

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
