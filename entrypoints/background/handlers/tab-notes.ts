/**
 * What became of the last asking in a tab, for whoever opens the popup after a command, a menu or a mark: filled or why not, a
 * code that is held back, a code that the site seems to have refused. In memory only, and gone with the page.
 */
import type { Clock, SessionStore } from '../../../utils/ports.ts';
import { siteOf } from '../../../utils/sites/site.ts';
import type { TabNotesView } from '../../../utils/views.ts';

/** So long after a fill an error beside the same field is about that code. */
const REFUSED_WITHIN_MS = 3 * 60_000;
/** What happened before is no news any more. */
const NEWS_MS = 5 * 60_000;

type Said = Omit<TabNotesView, 'channel'>;

interface Notes {
  /** Where it was: a page without its query. */
  readonly place: string;
  readonly site: string;
  readonly last: { readonly outcome: string; readonly atMs: number } | null;
  readonly held: TabNotesView['held'];
  readonly refusedAtMs: number | null;
}

const keyOf = (tabId: number) => `fill.notes.${tabId}`;
const placeOf = (url: string) => url.split(/[?#]/)[0] ?? '';
const QUIET: Said = { outcome: null, held: null, refused: false };

export function createTabNotes(session: SessionStore, clock: Clock, onChanged: () => void) {
  const read = (tabId: number) => session.get<Notes>(keyOf(tabId));

  /** What belongs to another page is begun anew. */
  async function edit(tabId: number, url: string | null, change: (notes: Notes) => Notes): Promise<void> {
    if (url === null) return;
    const known = await read(tabId);
    const site = siteOf(url)?.site ?? '';
    const isSame = known?.site === site;
    const place = placeOf(url);
    const refusedAtMs = isSame ? known.refusedAtMs : null;
    const fresh: Notes = { place, site, last: null, held: null, refusedAtMs };
    await session.set({ [keyOf(tabId)]: change(known?.place === place ? known : fresh) });
    onChanged();
  }

  return {
    /** `filled`, or the code of a fault. */
    noteOutcome: (tabId: number, url: string | null, outcome: string) =>
      edit(tabId, url, (notes) => ({
        ...notes,
        last: { outcome, atMs: clock.nowMs() },
        held: null,
        refusedAtMs: null,
      })),

    noteHeld: (tabId: number, url: string | null, held: TabNotesView['held']) =>
      edit(tabId, url, (notes) => ({ ...notes, held })),

    /** A document reports a field. With an error beside it soon after a fill on this site, the code was refused. */
    async noteReport(tabId: number, origin: string, hasError: boolean): Promise<void> {
      const notes = await read(tabId);
      if (notes === null || notes.last?.outcome !== 'filled' || notes.site !== siteOf(origin)?.site) return;
      const nowMs = clock.nowMs();
      const refusedAtMs = hasError && nowMs - notes.last.atMs < REFUSED_WITHIN_MS ? nowMs : null;
      if (refusedAtMs === null && notes.refusedAtMs === null) return;
      await session.set({ [keyOf(tabId)]: { ...notes, refusedAtMs } });
      onChanged();
    },

    async read(tabId: number, url: string): Promise<Said> {
      const notes = await read(tabId);
      if (notes === null) return QUIET;
      const nowMs = clock.nowMs();
      const isHere = notes.place === placeOf(url);
      const isNews = (atMs: number | null | undefined) => atMs != null && nowMs - atMs < NEWS_MS;
      return {
        outcome: isHere && isNews(notes.last?.atMs) ? (notes.last?.outcome ?? null) : null,
        held: isHere && notes.held !== null && notes.held.untilMs > nowMs ? notes.held : null,
        refused: notes.site === siteOf(url)?.site && isNews(notes.refusedAtMs),
      };
    },

    forget: (tabId: number) => session.remove([keyOf(tabId)]),
  };
}

export type TabNotes = ReturnType<typeof createTabNotes>;
