/** Messages about filling: what pages report, and the one way in which a code gets into a page. */
import { boundSites, chooseAccount } from '../../../utils/autofill/choose-account.ts';
import { isSent } from '../../../utils/autofill/choose-frame.ts';
import { isFault } from '../../../utils/fault.ts';
import type { Handlers, PageContext } from '../../../utils/platform/serve.ts';
import { belongsTo, bindingFor } from '../../../utils/sites/belongs-to.ts';
import { letterByLetter } from '../../../utils/sites/letters.ts';
import { looksLike } from '../../../utils/sites/look-alike.ts';
import { addressOf, type Site, siteOf } from '../../../utils/sites/site.ts';
import type { Contents } from '../../../utils/vault/contents.ts';
import type { FrameView, SiteView, TabNotesView } from '../../../utils/views.ts';
import { createReports } from './fill-reports.ts';
import { createTabFiller, type FillPorts, type Wish } from './fill-tab.ts';
import { createTabNotes } from './tab-notes.ts';

type FillHandlers = Pick<
  Handlers,
  | 'site.state'
  | 'fill.ask'
  | 'fill.why'
  | 'fill.frames'
  | 'field.found'
  | 'field.gone'
  | 'mark.clicked'
  | 'fill.done'
>;

const REPORTS_A_SECOND = 5;
/** Between two fills by a click alone. */
const CLICKS_APART_MS = 3000;

export function createFill(ports: FillPorts) {
  const { keeper, clock, session, page } = ports;
  const reports = createReports(session);
  const notes = createTabNotes(session, clock, () => ports.onSiteChanged?.());
  const filler = createTabFiller(ports, reports, notes);
  const lastReports = new Map<string, number[]>();
  let clickedAtMs = Number.NEGATIVE_INFINITY;

  async function siteOfTab(tabId: number): Promise<SiteView | null> {
    const url = await page.urlOf(tabId);
    const site = url === null ? null : addressOf(url);
    if (site === null) return null;
    const [granted, fields, resembled] = await Promise.all([
      page.isGranted(site.pattern),
      reports.count(tabId),
      keeper.read((contents) => resembles(contents, site)).catch(() => null),
    ]);
    const said = { ...(await notes.read(tabId, url ?? '')), channel: await reports.channel(tabId) };
    // A code that is held back has the badge to itself.
    if (said.held === null) void ports.askForButton(tabId, false);
    const letters = resembled === null ? [] : letterByLetter(site.host, resembled);
    return {
      ...site,
      granted,
      fields,
      looksLike: resembled,
      letters,
      notes: isQuiet(said) ? null : said,
    };
  }

  async function fillOrOpenPopup(wish: Wish, frameId = 0): Promise<boolean> {
    try {
      await filler.fillTab(wish);
      return true;
    } catch (error) {
      if (!isFault(error)) throw error;
      await openPopup(wish.tabId, frameId);
      return false;
    }
  }

  /** Where the browser has no way to open it for us, the button on the toolbar asks to be pressed, and so do words at the mark. */
  async function openPopup(tabId: number, frameId: number): Promise<void> {
    if (await page.openPopup()) return;
    await Promise.all([ports.askForButton(tabId, true), page.sayAtMark(tabId, frameId)]);
  }

  /** Whether the user chose that a click alone fills here: one account, a site that is sure, a page that nothing frames. */
  async function mayFillByClick({ frameId, origin }: PageContext): Promise<boolean> {
    const site = frameId === 0 ? siteOf(origin) : null;
    if (site === null) return false;
    const isChosen = ({ account }: Contents) =>
      bindingFor(chooseAccount(account, site, undefined), site.host)?.oneClick === true;
    return keeper.read(isChosen).catch(() => false);
  }

  async function framesOf(tabId: number): Promise<FrameView[]> {
    const top = siteOf((await page.urlOf(tabId)) ?? '');
    if (top === null) return [];
    const sites = (await page.framesIn(tabId)).flatMap((url) => siteOf(url) ?? []);
    const foreign = new Map(sites.filter(({ site }) => site !== top.site).map((site) => [site.host, site]));
    return [...foreign.values()].map(({ host, pattern }) => ({ host, within: top.host, pattern }));
  }

  function isTooMuch({ documentId }: PageContext): boolean {
    const nowMs = clock.nowMs();
    const recent = (lastReports.get(documentId) ?? []).filter((atMs) => nowMs - atMs < 1000);
    if (lastReports.size > 200) lastReports.clear();
    lastReports.set(documentId, [...recent, nowMs]);
    return recent.length >= REPORTS_A_SECOND;
  }

  const handlers: FillHandlers = {
    'site.state': ({ tabId }) => siteOfTab(tabId),
    'fill.ask': ({ tabId, accountId, confirmedHost }) => {
      const picked = accountId === undefined ? undefined : { accountId, confirmedHost };
      return filler.fillTab({ tabId, picked, replaceExisting: true });
    },
    'fill.why': async ({ tabId }) => reports.seen(tabId),
    'fill.frames': ({ tabId }) => framesOf(tabId),

    async 'field.found'({ fieldId, shape, strength, seen, channel, hasError }, context) {
      if (isTooMuch(context)) return null;
      const { tabId, frameId, documentId, origin } = context;
      // A document without an address of its own (srcdoc) borrows an origin: it is not what it is asked for.
      if (!/^https?:/.test(context.url)) return null;
      if (shape === 'hint') {
        await page.injectInto(tabId, frameId);
        return null;
      }
      if (strength !== 'none') await notes.noteReport(tabId, origin, hasError ?? false);
      reports.noteSeen(tabId, { frameId, documentId, fields: seen ?? [] });
      await reports.add(tabId, {
        frameId,
        documentId,
        origin,
        fieldId,
        shape,
        strength,
        channel: channel ?? '',
        atMs: clock.nowMs(),
      });
      ports.onSiteChanged?.();
      if (strength === 'offer' && (await mayFillByClick(context))) await page.addTo(tabId, frameId, 'click');
      return null;
    },

    async 'field.gone'({ fieldId }, { tabId, documentId }) {
      await reports.remove(tabId, documentId, fieldId);
      ports.onSiteChanged?.();
      return null;
    },

    /** The popup shows whose code it is. By click alone only where the user said so for this very site, and one at a time. */
    async 'mark.clicked'({ fieldId, sure }, context) {
      const { tabId, frameId, documentId } = context;
      const known = (await reports.read(tabId)).some(
        (report) => report.documentId === documentId && report.fieldId === fieldId,
      );
      if (!known) return null;
      const isChosen = await mayFillByClick(context);
      const rested = clock.nowMs() - clickedAtMs >= CLICKS_APART_MS;
      if (sure && isChosen && rested && (await page.isInFront(tabId))) {
        clickedAtMs = clock.nowMs();
        await fillOrOpenPopup({ tabId, documentId, replaceExisting: false }, frameId);
        return null;
      }
      // The vault may have been locked when the field was found.
      if (isChosen && !sure) await page.addTo(tabId, frameId, 'click');
      await openPopup(tabId, frameId);
      return null;
    },

    async 'fill.done'({ nonce, outcome }, { documentId }) {
      filler.done(nonce, outcome, documentId);
      return null;
    },
  };

  return {
    handlers,
    siteOfTab,
    fillSent: filler.fillSent,
    forgetTab: async (tabId: number) => {
      await Promise.all([reports.forget(tabId), notes.forget(tabId)]);
    },
    /** By the address bar: an account that was named, by the same way as a command. */
    fillAccount: (tabId: number, accountId: string) =>
      fillOrOpenPopup({ tabId, picked: { accountId }, replaceExisting: true }),
    showPopup: (tabId: number) => openPopup(tabId, 0),
    /** @returns whether a code was filled; if not, the popup was opened to say why. */
    fillByCommand: (tab: { readonly id?: number }) => fillWholeTab(tab),
    fillByMenu: (_info: unknown, tab: { readonly id?: number } | undefined) => fillWholeTab(tab),
  };

  async function fillWholeTab(tab: { readonly id?: number } | undefined): Promise<boolean> {
    return tab?.id !== undefined && fillOrOpenPopup({ tabId: tab.id, replaceExisting: true });
  }
}

function isQuiet({ outcome, held, refused, channel }: TabNotesView): boolean {
  return (outcome ?? 'filled') === 'filled' && held === null && !refused && !isSent({ channel });
}

function resembles({ account }: Contents, site: Site): string | null {
  for (const one of account.values()) if (one.deletedAtMs === null && belongsTo(one, site.host)) return null;
  return looksLike(site.host, boundSites(account.values()));
}
