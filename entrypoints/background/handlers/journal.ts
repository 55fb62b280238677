/** Messages about the journal: read it a page at a time, check its chain, hand it out whole. */
import { accountsOf, areaOf, replacements } from '../../../utils/journal/about.ts';
import { firstBreak } from '../../../utils/journal/chain.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import { nameOf } from './way-in-views.ts';

type JournalHandlers = Pick<Handlers, 'journal.read' | 'journal.verify' | 'journal.export'>;

export function journalHandlers({ keeper }: { readonly keeper: Keeper }): JournalHandlers {
  return {
    async 'journal.read'({ accountId, area, most }) {
      const { entries } = await keeper.journal();
      const replaced = replacements(entries);
      const fitting = entries.filter(
        ({ event }) =>
          (accountId === undefined || accountsOf(event).includes(accountId)) &&
          (area === undefined || areaOf(event) === area),
      );
      const shown = fitting.slice(-most).reverse();
      return keeper.read(({ account }) => ({
        total: fitting.length,
        hasMore: fitting.length > shown.length,
        lines: shown.map(({ seq, atMs, event }) => ({
          seq,
          atMs,
          event,
          replaced: replaced.get(seq) ?? null,
          accounts: accountsOf(event).flatMap((id) => {
            const one = account.get(id);
            return one ? [nameOf(one)] : [];
          }),
        })),
      }));
    },

    async 'journal.verify'() {
      const { entries, headBase64 } = await keeper.journal();
      return { entries: entries.length, brokenAt: firstBreak(entries, headBase64) };
    },

    /** Whole, with each link of the chain, so that anyone can check it. It holds no secret and no whole number. */
    async 'journal.export'() {
      const journal = await keeper.journal();
      return { text: JSON.stringify(journal, null, 1) };
    },
  };
}
