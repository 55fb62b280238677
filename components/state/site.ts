/** The tab the popup speaks about, its site, and what can be done there. */
import { computed, signal } from '@preact/signals';
import { isFault } from '../../utils/fault.ts';
import { send } from '../../utils/platform/send.ts';
import type { AccountView, SeenView, SiteView } from '../../utils/views.ts';

export const tabId = signal<number | undefined>(undefined);
/** Null where there is no site: pages of the browser itself, files, an empty tab. */
export const site = signal<SiteView | null>(null);

/** What was seen where a fill found no field; null as long as nobody has to know. */
export const seen = signal<readonly SeenView[] | null>(null);

/** Why nothing may be filled here, or null when it may. The background decides again. */
export const noFill = computed<'insecure' | 'lookAlike' | 'noSite' | null>(() => {
  if (site.value === null || tabId.value === undefined) return 'noSite';
  if (site.value.looksLike !== null) return 'lookAlike';
  return site.value.secure ? null : 'insecure';
});

export async function readSite(): Promise<void> {
  if (tabId.value !== undefined) site.value = await send('site.state', { tabId: tabId.value });
}

/** @throws Fault `fill/…`, with the reason. */
export async function fill(account: AccountView): Promise<void> {
  if (tabId.value === undefined) return;
  seen.value = null;
  try {
    await send('fill.ask', { tabId: tabId.value, accountId: account.id });
  } catch (error) {
    if (isFault(error) && error.code === 'fill/no-field') {
      seen.value = await send('fill.why', { tabId: tabId.value });
    }
    throw error;
  }
}

export async function bindHere(account: AccountView): Promise<void> {
  if (tabId.value === undefined) return;
  site.value = await send('accounts.bindSite', { accountId: account.id, tabId: tabId.value });
}
