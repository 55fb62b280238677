/** Messages about what the user chooses for filling one account's codes: sites, one click, sending, frames. */
import type { Account } from '../../../utils/accounts/account.ts';
import { accountIn } from '../../../utils/accounts/edits.ts';
import { type FillingChange, withFilling } from '../../../utils/accounts/filling.ts';
import type { JournalEvent } from '../../../utils/journal/event.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import { addressOf } from '../../../utils/sites/site.ts';
import { withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { BoundSiteView, FillingView } from '../../../utils/views.ts';

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  isGranted(pattern: string): Promise<boolean>;
}

export function fillingHandlers({
  keeper,
  clock,
  isGranted,
}: Ports): Pick<Handlers, 'filling.read' | 'filling.change'> {
  async function view(account: Account): Promise<FillingView> {
    const sites = account.sites.map(async (bound): Promise<BoundSiteView> => {
      const { readable = bound.site, pattern = '' } = addressOf(`https://${bound.site}/`) ?? {};
      return {
        site: bound.site,
        readable,
        exactHost: bound.exactHost,
        isGuess: bound.source === 'import',
        oneClick: bound.oneClick === true,
        pattern,
        granted: await isGranted(pattern),
      };
    });
    const frames = (account.frames ?? []).map(({ host, within }) => ({ host, within }));
    return { sites: await Promise.all(sites), frames, submits: account.submits === true };
  }

  return {
    'filling.read': async ({ accountId }) =>
      view(await keeper.read(({ account }) => accountIn(account, accountId))),

    async 'filling.change'({ accountId, change }) {
      const changed = await keeper.change(eventOf(accountId, change), (contents) => {
        const account = withFilling(accountIn(contents.account, accountId), change, clock.nowMs());
        return [withRecord(contents, 'account', accountId, account), account] as const;
      });
      return view(changed);
    },
  };
}

function eventOf(accountId: string, change: FillingChange): JournalEvent {
  const site = 'site' in change ? change.site : 'within' in change ? `${change.within} / ${change.host}` : '';
  return { did: 'account.fillingChanged', accountId, what: change.what, site };
}
