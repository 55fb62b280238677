/** Messages about accounts: the list, names, the trash, the sites they belong to. */
import type { Account } from '../../../utils/accounts/account.ts';
import { accountIn, withSite } from '../../../utils/accounts/edits.ts';
import { hereFirst, inOrder } from '../../../utils/accounts/order.ts';
import { doubtAbout } from '../../../utils/autofill/choose-account.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import { belongsTo } from '../../../utils/sites/belongs-to.ts';
import { builtInDirectory } from '../../../utils/sites/directory/built-in.ts';
import { siteTyped } from '../../../utils/sites/site.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { DoubtView, SiteView } from '../../../utils/views.ts';
import { accountCode, accountView } from './account-views.ts';
import { clockView, skewIn } from './clock.ts';

type AccountHandlers = Pick<
  Handlers,
  | 'accounts.list'
  | 'accounts.rename'
  | 'accounts.delete'
  | 'accounts.undelete'
  | 'accounts.bindSite'
  | 'accounts.addSite'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  siteOfTab(tabId: number): Promise<SiteView | null>;
}

export function accountHandlers({ keeper, clock, siteOfTab }: Ports): AccountHandlers {
  const edit = (accountId: string, change: (account: Account) => Account) => (contents: Contents) => {
    const account = accountIn(contents.account, accountId);
    return [withRecord(contents, 'account', accountId, change(account)), account] as const;
  };

  return {
    async 'accounts.list'({ tabId, from, most, withCodes }) {
      const [site, contents] = await Promise.all([
        tabId === undefined ? null : siteOfTab(tabId),
        keeper.read((all) => all),
      ]);
      const isHere = (one: Account) => site !== null && belongsTo(one, site.host);
      const isNamed = nameFinder(site);
      const ordered = hereFirst(hereFirst(inOrder(contents.account), isNamed), isHere);
      const shown = ordered.slice(from, from + most);
      const nowMs = clock.nowMs();
      const viewOf = (one: Account) => {
        const here = isHere(one);
        const named: DoubtView | null = isNamed(one) ? { why: 'name', stored: '' } : null;
        return accountView(one, here, here ? site && doubtAbout(one, site.host) : named);
      };
      const skew = skewIn(contents);
      return {
        accounts: shown.map(viewOf),
        codes: shown.slice(0, withCodes).flatMap((one) => accountCode(one, nowMs, skew?.skewMs ?? 0) ?? []),
        total: ordered.length,
        site,
        clock: skew && clockView(skew),
      };
    },

    async 'accounts.rename'({ accountId, service, login }) {
      await keeper.change(
        { did: 'account.renamed', accountId },
        edit(accountId, (account) => ({ ...account, service: service.trim(), login: login.trim() })),
      );
      return null;
    },

    /** To the trash: the secret stays, and comes back whole. */
    async 'accounts.delete'({ accountId }) {
      await keeper.change(
        ({ service }) => ({ did: 'account.deleted', accountId, service }),
        edit(accountId, (account) => ({ ...account, deletedAtMs: clock.nowMs() })),
      );
      return null;
    },

    async 'accounts.undelete'({ accountId }) {
      await keeper.change(
        (account: Account) => ({ did: 'account.undeleted', accountId, service: account.service }),
        (contents) => {
          const account = contents.account.get(accountId);
          if (!account) throw new Fault('account/not-found');
          return [withRecord(contents, 'account', accountId, { ...account, deletedAtMs: null }), account];
        },
      );
      return null;
    },

    async 'accounts.bindSite'({ accountId, tabId, host }) {
      const site = await siteOfTab(tabId);
      if (host !== undefined && site?.host !== host) throw new Fault('fill/page-changed');
      if (!site?.secure) throw new Fault('fill/not-secure');
      const bound = { site: site.site, exactHost: false, source: 'user', addedAtMs: clock.nowMs() } as const;
      await keeper.change(
        { did: 'account.siteBound', accountId, site: site.site },
        edit(accountId, (account) => withSite(account, bound)),
      );
      return site;
    },

    async 'accounts.addSite'({ accountId, site: typed }) {
      const site = siteTyped(typed);
      const bound = { site: site.site, exactHost: false, source: 'user', addedAtMs: clock.nowMs() } as const;
      await keeper.change(
        { did: 'account.siteBound', accountId, site: site.site },
        edit(accountId, (account) => withSite(account, bound)),
      );
      return { site: site.site };
    },
  };
}

/**
 * Accounts that are bound to no site and whose service has this one, by its exact name: suggested, and filled only after the
 * user has read the host and said yes.
 */
function nameFinder(site: SiteView | null): (account: Account) => boolean {
  if (!site?.secure || site.looksLike !== null) return () => false;
  return ({ sites, service }) => {
    if (sites.length > 0 || service === '') return false;
    const named = builtInDirectory().serviceOf(service);
    return (
      service.toLowerCase() === site.site ||
      (named !== null && named === builtInDirectory().serviceOf(site.site))
    );
  };
}
