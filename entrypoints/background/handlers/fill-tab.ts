/** The one way in which a code gets into a page: choose the document, use up a code, push it there, hear what became of it. */
import type { AllowedFrame } from '../../../utils/accounts/account.ts';
import type { Picked } from '../../../utils/autofill/choose-account.ts';
import {
  type FrameReport,
  framesFor,
  hasField,
  isSent,
  mayFillFrame,
} from '../../../utils/autofill/choose-frame.ts';
import { Fault, isFault } from '../../../utils/fault.ts';
import type { FillPage } from '../../../utils/platform/fill-push.ts';
import type { Clock, SessionStore } from '../../../utils/ports.ts';
import { addressOf, type Site } from '../../../utils/sites/site.ts';
import type { Contents } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import {
  type FillCode,
  type FillWish,
  type Later,
  type SpentCode,
  useCode,
  withCounterBack,
} from './fill-code.ts';
import type { Reports } from './fill-reports.ts';
import type { TabNotes } from './tab-notes.ts';

export interface FillPorts {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly session: SessionStore;
  readonly page: FillPage;
  wait(ms: number): Promise<void>;
  /** Fresh, not to be guessed: ties an outcome to the push it belongs to. */
  nonce(): string;
  /** A badge on the toolbar button of that tab, with words of what to do; or none any more. */
  askForButton(tabId: number, isAsked: boolean): Promise<void>;
  /** On the toolbar button of that tab: a code is held back. */
  showHeld?(tabId: number, isHeld: boolean): Promise<void>;
  /** Called when what is known of a tab's fields changed. */
  onSiteChanged?(): void;
}

const REPORT_WAIT_MS = 700;
/** Frames report a little after the top document. */
const FRAME_WAIT_MS = 150;
const DONE_WAIT_MS = 5000;
const MOST_WAITS = 3;
const VAIN_KEY = 'fill.vain';

interface Target {
  readonly tabId: number;
  readonly site: Site;
  readonly frame: FrameReport;
}
export interface Wish {
  readonly tabId: number;
  readonly picked?: Picked | undefined;
  /** Only this document, where a mark in it was clicked. */
  readonly documentId?: string;
  readonly replaceExisting: boolean;
}
type Outcome = (outcome: string, documentId: string) => void;

export function createTabFiller(ports: FillPorts, reports: Reports, notes: TabNotes) {
  const { keeper, clock, session, page, wait } = ports;
  const outcomes = new Map<string, Outcome>();

  async function fillTab(wish: Wish): Promise<{ filled: true; service: string }> {
    const site = secureSite(await page.urlOf(wish.tabId));
    // Known faults first: nothing is put into a page that could not be filled anyway.
    const [, { account }] = await keeper.read((contents) =>
      useCode(contents, wishFor(site, wish, 1, null), clock.nowMs()),
    );
    return inPage(wish.tabId, site, async (isGranted) => {
      const frame = await findFrame(wish, isGranted, account.frames);
      // Asked by the site alone, a code of ours is no answer to a question for one that was sent.
      if (wish.picked === undefined && isSent(frame)) throw new Fault('fill/sent-code');
      const target = { tabId: wish.tabId, site, frame };
      const used = await codeFor(target, wish);
      const how = { ...wish, submits: used.account.submits === true };
      const outcome = await handOver(target, used.code.text, how);
      await noteOutcome(used, outcome);
      return { filled: true, service: used.account.service };
    });
  }

  /** A code that the user was sent: it goes the same way, and nothing of ours is used up. */
  async function fillSent(tabId: number, code: string): Promise<void> {
    const site = secureSite(await page.urlOf(tabId));
    await inPage(tabId, site, async (isGranted) => {
      const frame = await findFrame({ tabId, replaceExisting: true }, isGranted);
      refuse(await handOver({ tabId, site, frame }, code, { replaceExisting: true, submits: false }));
    });
  }

  /** Where the user asked once and allowed nothing more, nothing of ours stays. */
  async function inPage<T>(
    tabId: number,
    { pattern, host }: Site,
    work: (isGranted: boolean) => Promise<T>,
  ): Promise<T> {
    // Of a site's hosts this one alone may have been allowed.
    const isGranted = await page.isGranted(pattern.replace(/\/\/\*\.[^/]+/, `//${host}`));
    try {
      return await work(isGranted);
    } finally {
      if (!isGranted) await page.leave(tabId);
    }
  }

  async function findFrame(
    { tabId, documentId }: Wish,
    isGranted: boolean,
    frames: readonly AllowedFrame[] = [],
  ): Promise<FrameReport> {
    if (documentId === undefined) await askDocuments(tabId, isGranted);
    const all = (await reports.read(tabId)).filter(
      (report) => (documentId ?? report.documentId) === report.documentId,
    );
    const around = { topUrl: (await page.urlOf(tabId)) ?? '', allowed: frames };
    const ours = framesFor(all, around);
    for (const frame of ours) {
      const ancestors = frame.frameId === 0 ? [] : await page.ancestorsOf(tabId, frame.frameId);
      if (mayFillFrame(frame, around, ancestors)) return frame;
    }
    throw new Fault(ours.length > 0 || all.some(hasField) ? 'fill/frame-refused' : 'fill/no-field');
  }

  /** Puts the finder into every document we may reach, and waits until the top one has spoken. */
  async function askDocuments(tabId: number, isGranted: boolean): Promise<void> {
    const askedAtMs = clock.nowMs();
    await page.inject(tabId, isGranted);
    let over = false;
    const limit = wait(REPORT_WAIT_MS).then(() => {
      over = true;
    });
    const fresh = async () => (await reports.read(tabId)).filter(({ atMs }) => atMs >= askedAtMs);
    for (;;) {
      const heard = await fresh();
      if (over || heard.some(hasField)) return;
      if (heard.some(({ frameId }) => frameId === 0)) return wait(FRAME_WAIT_MS);
      await reports.next(limit);
    }
  }

  /** The checks and the using up are one change; waiting for a fresher code is between changes. */
  async function codeFor(target: Target, wish: Wish): Promise<FillCode> {
    const { site, frame } = target;
    const spentInVain = await session.get<SpentCode>(VAIN_KEY);
    const asked = wishFor(site, wish, frame.shape === 'row' ? 6 : 1, spentInVain);
    for (let turn = 0; turn < MOST_WAITS; turn += 1) {
      // Looked at before the change, so that a wait leaves no entry in the journal.
      const [, seen] = await keeper.read((contents) => useCode(contents, asked, clock.nowMs()));
      if (isLater(seen)) {
        await heldBack(wish.tabId, seen);
        if (!(await isStillThere(target))) break;
        continue;
      }
      const used = await keeper.change(eventOf(site), (contents) => usedUp(contents, asked, clock.nowMs()));
      return used;
    }
    throw new Fault('fill/page-changed');
  }

  /** Nothing is used up for a page that went on meanwhile. */
  async function isStillThere({ tabId, site, frame: { documentId } }: Target): Promise<boolean> {
    const reported = (await reports.read(tabId)).some((report) => report.documentId === documentId);
    return reported && (await isOn(tabId, site));
  }

  async function isOn(tabId: number, { site }: Site): Promise<boolean> {
    const now = addressOf((await page.urlOf(tabId)) ?? '');
    return now?.secure === true && now.site === site;
  }

  /** @returns what the document says became of it; `wrong-site` where it never got there. */
  async function handOver(
    { tabId, site, frame }: Target,
    code: string,
    { replaceExisting, submits }: { readonly replaceExisting: boolean; readonly submits: boolean },
  ): Promise<string> {
    const nonce = ports.nonce();
    const { documentId, frameId, fieldId, origin } = frame;
    const outcome = new Promise<string>((resolve) => {
      outcomes.set(nonce, (what, from) => resolve(from === documentId ? what : 'wrong-site'));
      void wait(DONE_WAIT_MS).then(() => resolve('silent'));
    });
    try {
      if (!(await isOn(tabId, site))) return 'wrong-site';
      const push = {
        tallystick: 'fill',
        nonce,
        expectOrigin: origin,
        fieldId,
        code,
        replaceExisting,
      } as const;
      if (submits) await page.addTo(tabId, frameId, 'submit');
      await page.push(tabId, { documentId, frameId }, push);
      return await outcome;
    } catch (error) {
      if (isFault(error)) return 'wrong-site';
      throw error;
    } finally {
      outcomes.delete(nonce);
    }
  }

  /** A code that the page did not keep was not used up there: it may be tried again while it runs. */
  async function noteOutcome(used: FillCode, outcome: string): Promise<void> {
    const { code, factorId, account } = used;
    if (outcome === 'filled') return session.remove([VAIN_KEY]);
    await session.set({ [VAIN_KEY]: { factorId, validUntilMs: code.validUntilMs } satisfies SpentCode });
    // Where nothing was answered the page went on, perhaps with the code: a counter that is ahead does no harm, one behind does.
    if (code.validUntilMs === null && outcome !== 'silent') {
      const event = { did: 'code.returned', accountId: account.id, factorId } as const;
      await keeper.change(event, (contents) => [withCounterBack(contents, used), null]);
    }
    refuse(outcome);
  }

  /** Said in the popup and on its button: nothing seems to happen meanwhile. */
  async function heldBack(tabId: number, { waitMs, why }: Later): Promise<void> {
    const url = await page.urlOf(tabId);
    await notes.noteHeld(tabId, url, { why, untilMs: clock.nowMs() + waitMs });
    await ports.showHeld?.(tabId, true);
    await wait(waitMs);
    await ports.showHeld?.(tabId, false);
    await notes.noteHeld(tabId, url, null);
  }

  /** Kept for whoever opens the popup afterwards. */
  async function noted<T>(tabId: number, work: () => Promise<T>): Promise<T> {
    const url = await page.urlOf(tabId);
    try {
      const done = await work();
      await notes.noteOutcome(tabId, url, 'filled');
      return done;
    } catch (error) {
      if (isFault(error)) await notes.noteOutcome(tabId, url, error.code);
      throw error;
    }
  }

  return {
    fillTab: (wish: Wish) => noted(wish.tabId, () => fillTab(wish)),
    fillSent,
    /** What a document says it did with the push of that nonce. */
    done(nonce: string, outcome: string, documentId: string): void {
      outcomes.get(nonce)?.(outcome, documentId);
    },
  };
}

/** @throws Fault `fill/not-allowed` where there is no page to fill, `fill/not-secure`. */
function secureSite(url: string | null): Site {
  const site = url === null ? null : addressOf(url);
  if (site === null) throw new Fault('fill/not-allowed');
  if (!site.secure) throw new Fault('fill/not-secure');
  return site;
}

function refuse(outcome: string): void {
  if (outcome === 'filled') return;
  if (outcome === 'gone' || outcome === 'hidden') throw new Fault('fill/field-gone');
  throw new Fault(outcome === 'not-kept' || outcome === 'occupied' ? 'fill/not-kept' : 'fill/page-changed');
}

function wishFor(site: Site, { picked }: Wish, boxes: number, spentInVain: SpentCode | null): FillWish {
  return { site, picked, boxes, spentInVain };
}

const isLater = (seen: FillCode | Later): seen is Later => 'waitMs' in seen;

const eventOf = (site: Site) => (used: FillCode) =>
  ({ did: 'code.filled', accountId: used.account.id, factorId: used.factorId, site: site.site }) as const;

/** Inside the change a code that has just run out is a fault, so that nothing half-done is stored. */
function usedUp(contents: Contents, wish: FillWish, nowMs: number): readonly [Contents, FillCode] {
  const [edited, used] = useCode(contents, wish, nowMs);
  if (isLater(used)) throw new Fault('fill/page-changed');
  return [edited, used];
}
