/** Messages about filling: what pages report, and the one way in which a code gets into a page. */
import { boundSites } from '../../../utils/autofill/choose-account.ts';
import { isFault } from '../../../utils/fault.ts';
import type { Handlers, PageContext } from '../../../utils/platform/serve.ts';
import { belongsTo } from '../../../utils/sites/belongs-to.ts';
import { looksLike } from '../../../utils/sites/look-alike.ts';
import { addressOf, type Site } from '../../../utils/sites/site.ts';
import type { Contents } from '../../../utils/vault/contents.ts';
import type { SiteView } from '../../../utils/views.ts';
import { createReports } from './fill-reports.ts';
import { createTabFiller, type FillPorts, type Wish } from './fill-tab.ts';

type FillHandlers = Pick<
  Handlers,
  'site.state' | 'fill.ask' | 'fill.why' | 'field.found' | 'field.gone' | 'mark.clicked' | 'fill.done'
>;

const REPORTS_A_SECOND = 5;

export function createFill(ports: FillPorts) {
  const { keeper, clock, session, page } = ports;
  const reports = createReports(session);
  const filler = createTabFiller(ports, reports);
  const lastReports = new Map<string, number[]>();

  async function siteOfTab(tabId: number): Promise<SiteView | null> {
    const url = await page.urlOf(tabId);
    const site = url === null ? null : addressOf(url);
    if (site === null) return null;
    const [granted, fields, resembled] = await Promise.all([
      page.isGranted(site.pattern),
      reports.count(tabId),
      keeper.read((contents) => resembles(contents, site)).catch(() => null),
    ]);
    return { ...site, granted, fields, looksLike: resembled };
  }

  /** Also where the browser cannot show the popup: then the badge and the command are left. */
  async function fillOrOpenPopup(wish: Wish): Promise<boolean> {
    try {
      await filler.fillTab(wish);
      return true;
    } catch (error) {
      if (!isFault(error)) throw error;
      await page.openPopup();
      return false;
    }
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
    'fill.ask': ({ tabId, accountId }) => filler.fillTab({ tabId, accountId, replaceExisting: true }),
    'fill.why': async ({ tabId }) => reports.seen(tabId),

    async 'field.found'({ fieldId, shape, strength, seen }, context) {
      if (isTooMuch(context)) return null;
      const { tabId, frameId, documentId, origin } = context;
      if (shape === 'hint') {
        await page.injectInto(tabId, frameId);
        return null;
      }
      reports.noteSeen(tabId, { frameId, documentId, fields: seen ?? [] });
      await reports.add(tabId, {
        frameId,
        documentId,
        origin,
        fieldId,
        shape,
        strength,
        atMs: clock.nowMs(),
      });
      ports.onSiteChanged?.();
      return null;
    },

    async 'field.gone'({ fieldId }, { tabId, documentId }) {
      await reports.remove(tabId, documentId, fieldId);
      ports.onSiteChanged?.();
      return null;
    },

    /** The popup shows whose code it is. By click alone only where the user said so for this very site. */
    async 'mark.clicked'({ fieldId }, { tabId, documentId, origin }) {
      const known = (await reports.read(tabId)).some(
        (report) => report.documentId === documentId && report.fieldId === fieldId,
      );
      if (!known) return null;
      const oneClick = await keeper
        .read(({ fact }) => fact.get(oneClickId(origin)) === true)
        .catch(() => false);
      if (oneClick) await fillOrOpenPopup({ tabId, documentId, replaceExisting: false });
      else await page.openPopup();
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
    forgetTab: (tabId: number) => reports.forget(tabId),
    /** @returns whether a code was filled; if not, the popup was opened to say why. */
    fillByCommand: (tab: { readonly id?: number }) => fillWholeTab(tab),
    fillByMenu: (_info: unknown, tab: { readonly id?: number } | undefined) => fillWholeTab(tab),
  };

  async function fillWholeTab(tab: { readonly id?: number } | undefined): Promise<boolean> {
    return tab?.id !== undefined && fillOrOpenPopup({ tabId: tab.id, replaceExisting: true });
  }
}

/** Name of the fact that lets a click on the mark fill at once on this site. */
export function oneClickId(origin: string): string {
  return `fill.oneClick.${addressOf(origin)?.site ?? ''}`;
}

function resembles({ account }: Contents, site: Site): string | null {
  for (const one of account.values()) if (one.deletedAtMs === null && belongsTo(one, site.host)) return null;
  return looksLike(site.host, boundSites(account.values()));
}
