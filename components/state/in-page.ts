/** Entering what is at hand into the open page of an account's own site: asked for by a click, shown where it went. */
import { type Signal, useSignal } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import { askForTabOf, showTab } from '../../utils/platform/open-tabs.ts';
import { send } from '../../utils/platform/send.ts';
import type { RequestOf } from '../../utils/protocol.ts';
import { t } from '../text/i18n.ts';
import { accounts } from './accounts.ts';
import { run } from './run.ts';
import { say } from './toast.ts';

type Entry = RequestOf<'fill.entry'>['entry'];

export interface InPage {
  /** Null where the account is bound to no site: then there is no page to enter anything into. */
  readonly site: string | null;
  readonly fault: Signal<FaultCode | null>;
  /** Call first in the click handler: the browser may have to ask for the site. */
  enter(entry: Entry): Promise<boolean>;
}

export function useInPage(accountId: string | undefined): InPage {
  const fault = useSignal<FaultCode | null>(null);
  const site = accounts.value?.find(({ id }) => id === accountId)?.sites[0] ?? null;
  const enter = async (entry: Entry) => {
    if (site === null || accountId === undefined) return false;
    const tabId = await askForTabOf(site);
    if (tabId === null) {
      say({ text: t('flow.aid.noTab', { site }) });
      return false;
    }
    await send('fill.entry', { tabId, accountId, entry });
    await showTab(tabId);
    say({ text: t('entry.done', { site }) });
    return true;
  };
  return { site, fault, enter: async (entry) => (await run(() => enter(entry), fault)) ?? false };
}
