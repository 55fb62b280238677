/** The tab the popup speaks about, its site, and what can be done there. */
import { computed, signal } from '@preact/signals';
import { isFault } from '../../utils/fault.ts';
import { send } from '../../utils/platform/send.ts';
import type { AccountView, FrameView, SeenView, SiteView } from '../../utils/views.ts';

export const tabId = signal<number | undefined>(undefined);
/** Null where there is no site: pages of the browser itself, files, an empty tab. */
export const site = signal<SiteView | null>(null);

/** The popup asked by itself and says what became of it. */
export const askedHere = signal(false);

/** What was seen where a fill found no field; null as long as nobody has to know. */
export const seen = signal<readonly SeenView[] | null>(null);

/** The account whose first fill on this site waits for a yes to the site's full name. */
export const confirming = signal<AccountView | null>(null);

/** Where no field was found: frames of other sites that the page shows, and the account that was to be filled. */
export const foreign = signal<{
  readonly account: AccountView;
  readonly frames: readonly FrameView[];
} | null>(null);

/** Why nothing may be filled here, or null when it may. The background decides again. */
export const noFill = computed<'insecure' | 'lookAlike' | 'noSite' | null>(() => {
  if (site.value === null || tabId.value === undefined) return 'noSite';
  if (site.value.looksLike !== null) return 'lookAlike';
  return site.value.secure ? null : 'insecure';
});

export async function readSite(): Promise<void> {
  if (tabId.value === undefined) return;
  site.value = await send('site.state', { tabId: tabId.value });
}

/** The popup may have been opened by a command that found no field: then it says why by itself. */
export async function explainLast(): Promise<void> {
  if (tabId.value === undefined || site.value?.notes?.outcome !== 'fill/no-field' || seen.value !== null)
    return;
  seen.value = await send('fill.why', { tabId: tabId.value });
}

/** @param confirmedHost what the user was shown and said yes to. @throws Fault `fill/…`, with the reason. */
export async function fill(account: AccountView, confirmedHost?: string): Promise<void> {
  const asked = tabId.value;
  if (asked === undefined) return;
  seen.value = null;
  foreign.value = null;
  askedHere.value = true;
  try {
    await send('fill.ask', { tabId: asked, accountId: account.id, confirmedHost });
  } catch (error) {
    const code = isFault(error) ? error.code : '';
    if (code === 'fill/no-field') seen.value = await send('fill.why', { tabId: asked });
    if (code === 'fill/no-field' || code === 'fill/frame-refused') {
      const frames = await send('fill.frames', { tabId: asked });
      foreign.value = frames.length === 0 ? null : { account, frames };
    }
    throw error;
  }
}

/** @param host the one the user was shown, where that matters: the page may have moved on since. */
export async function bindHere(account: AccountView, host?: string): Promise<void> {
  if (tabId.value === undefined) return;
  site.value = await send('accounts.bindSite', { accountId: account.id, tabId: tabId.value, host });
}
