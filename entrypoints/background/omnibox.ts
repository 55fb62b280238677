/**
 * `tally` in the address bar: lists accounts, those of the site in front first. Enter fills where the account belongs to that
 * site, by the same way as the keyboard command; anywhere else it opens the popup.
 */
import { browser } from 'wxt/browser';
import type { Keeper } from '../../utils/vault/keeper.ts';
import { type Suggestion, suggestionsFor } from './handlers/suggest.ts';

interface Acts {
  readonly keeper: Keeper;
  /** A vault without a passphrase opens by itself once somebody asks how it is. */
  ready(): Promise<unknown>;
  fillAccount(tabId: number, accountId: string): Promise<boolean>;
  showPopup(tabId: number): Promise<void>;
}

type Tab = { readonly id?: number; readonly url?: string };

async function tabInFront(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** Chromium reads descriptions as XML, Firefox as plain text. */
const escaped = (text: string): string =>
  import.meta.env.FIREFOX ? text : text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const words = (key: 'omniboxAsk' | 'omniboxLocked' | 'omniboxNone' | 'omniboxHere') =>
  browser.i18n.getMessage(key);

function describe({ text, here }: Suggestion): string {
  return escaped(here ? `${text} — ${words('omniboxHere')}` : text);
}

export function watchOmnibox({ keeper, ready, fillAccount, showPopup }: Acts): void {
  const { omnibox } = browser;
  const ask = async (typed: string) => {
    const [tab] = await Promise.all([tabInFront(), ready()]);
    return { tab, found: await suggestionsFor(keeper, tab?.url ?? null, typed) };
  };

  omnibox.onInputChanged.addListener((typed, suggest) => {
    void ask(typed).then(({ found }) => {
      const description = words(
        found === null ? 'omniboxLocked' : found.length > 0 ? 'omniboxAsk' : 'omniboxNone',
      );
      omnibox.setDefaultSuggestion({ description: escaped(description) });
      suggest((found ?? []).map((one) => ({ content: one.text, description: describe(one) })));
    });
  });

  omnibox.onInputEntered.addListener((typed) => {
    void ask(typed).then(async ({ tab, found }) => {
      if (tab?.id === undefined) return;
      const chosen = await chosenBy(typed, tab, found);
      if (chosen?.here) await fillAccount(tab.id, chosen.accountId);
      else await showPopup(tab.id);
    });
  });

  /** A suggestion that was picked, or the only one for what was typed. */
  async function chosenBy(typed: string, tab: Tab, found: readonly Suggestion[] | null) {
    if (found?.length === 1) return found[0];
    const all = await suggestionsFor(keeper, tab.url ?? null, '');
    return [...(found ?? []), ...(all ?? [])].find(({ text }) => text === typed.trim());
  }
}
