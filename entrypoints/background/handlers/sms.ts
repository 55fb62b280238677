/** The message that reads a pasted text message, and tells whether its code belongs here. */
import type { Account } from '../../../utils/accounts/account.ts';
import { accountIn } from '../../../utils/accounts/edits.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import { belongsTo } from '../../../utils/sites/belongs-to.ts';
import { siteOfHost } from '../../../utils/sites/site.ts';
import { type ReadSms, readSms } from '../../../utils/sms/read-sms.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { SiteView, SmsView } from '../../../utils/views.ts';

interface Ports {
  readonly keeper: Keeper;
  siteOfTab(tabId: number): Promise<SiteView | null>;
}

export function smsHandlers({ keeper, siteOfTab }: Ports): Pick<Handlers, 'sms.read'> {
  return {
    async 'sms.read'({ text, accountId, tabId }) {
      const read = readSms(text);
      const site = tabId === undefined ? null : await siteOfTab(tabId);
      return keeper.read(({ account: accounts }): SmsView => {
        const account = accountId === undefined ? null : accountIn(accounts, accountId);
        return {
          ...read,
          elsewhere: elsewhere(read, account, site),
          otherService: account && otherService(read, account, accounts.values()),
        };
      });
    },
  };
}

/** The tab is what will be filled; without one, the account's sites say where its codes belong. */
function elsewhere(
  { boundTo }: ReadSms,
  account: Account | null,
  site: SiteView | null,
): SmsView['elsewhere'] {
  if (boundTo === null) return null;
  const bound = boundTo.top;
  if (site !== null) return siteOfHost(bound) === site.site ? null : { bound, here: site.host };
  const [first] = account?.sites ?? [];
  if (!account || !first) return null;
  return belongsTo(account, bound) ? null : { bound, here: first.site };
}

function otherService({ sender }: ReadSms, account: Account, all: Iterable<Account>): string | null {
  if (sender === null || namesService(sender, account.service)) return null;
  for (const { service, deletedAtMs } of all) {
    if (deletedAtMs === null && namesService(sender, service)) return service;
  }
  return null;
}

/** `腾讯QQ` names `QQ`, `Google` names `Google Cloud`. */
function namesService(sender: string, service: string): boolean {
  const [one, other] = [sender, service].map((name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return !!one && !!other && (one.includes(other) || other.includes(one));
}
