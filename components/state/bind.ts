/** From a scanned, pasted or typed text to a saved account. */
import { Fault } from '../../utils/fault.ts';
import type { Foreign } from '../../utils/otp/foreign.ts';
import { send } from '../../utils/platform/send.ts';
import type { ReplyOf, RequestOf } from '../../utils/protocol.ts';
import type { BindDraftView, ReadingView } from '../../utils/views.ts';
import { loadAccounts } from './accounts.ts';
import { site, tabId } from './site.ts';

export type Draft = RequestOf<'bind.check'>['draft'];

/** What was found in what a person gave, and what became of the rest of it. */
export interface Reading {
  readonly drafts: readonly BindDraftView[];
  readonly sets: ReadingView['sets'];
  /** Codes that are none of ours. */
  readonly others: readonly Other[];
  /** Addresses that could not be read. */
  readonly unread: readonly Pick<ReadingView['problems'][number], 'line' | 'code'>[];
  /** Names of pictures without a code. */
  readonly blank: readonly string[];
}

/** What a code that is none of ours is instead; `host` where it holds a web address. */
export interface Other {
  readonly is: Foreign;
  readonly host: string;
}

/** Where no set-up code is in sight, the key that the page shows as text is looked for. @throws Fault `scan/…`. */
export async function scanPage(): Promise<Reading> {
  const { scanVisibleTab } = await import('../../utils/platform/scan-qr.ts');
  const texts = (await scanVisibleTab()).map(({ text }) => text);
  const reading = texts.length === 0 ? null : await readCodes(texts);
  if (reading !== null && !isEmpty(reading)) return reading;
  const shown = await findOnPage();
  if (shown !== null) return shown;
  if (reading === null) throw new Fault('scan/nothing-found');
  return reading;
}

async function findOnPage(): Promise<Reading | null> {
  if (tabId.value === undefined) return null;
  const { readSetUpPage } = await import('../../utils/platform/set-up-page.ts');
  const parts = await readSetUpPage(tabId.value);
  const reading = readingOf(await send('bind.find', { tabId: tabId.value, parts }), [], []);
  return isEmpty(reading) ? null : reading;
}

/** One after the other, so that many photos do not fill the memory. @throws Fault `scan/blank-picture` when none has a code. */
export async function scanPictures(pictures: readonly Blob[]): Promise<Reading> {
  const { scanImage } = await import('../../utils/platform/scan-qr.ts');
  const texts: string[] = [];
  const blank: string[] = [];
  for (const picture of pictures) {
    const found = await scanImage(picture).catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'scan/nothing-found') return [];
      throw error;
    });
    texts.push(...found.map(({ text }) => text));
    if (found.length === 0) blank.push(picture instanceof File ? picture.name : '');
  }
  if (texts.length === 0) throw new Fault('scan/blank-picture');
  return readCodes(texts, blank);
}

/** @throws Fault `scan/nothing-found`, or that of a set-up code that is broken and the only one. */
export async function readCodes(texts: readonly string[], blank: readonly string[] = []): Promise<Reading> {
  const reading = await read([...new Set(texts)], blank);
  if (reading.others.length === 0 && isEmpty(reading))
    throw firstFault(reading) ?? new Fault('scan/nothing-found');
  // A page often shows other codes beside the one that counts (an app store, a chat): they are not worth a question.
  return isEmpty(reading) ? reading : { ...reading, others: [] };
}

/** @throws Fault `otp/…` when nothing of it can be read. */
export async function readText(text: string): Promise<Reading> {
  const reading = await read([text], []);
  if (isEmpty(reading)) throw firstFault(reading) ?? new Fault('otp/not-an-otp');
  // In a list every line that could not be read is told with its place instead.
  return { ...reading, others: [] };
}

/** Exports in several codes that were begun before. */
export const readWaiting = (): Promise<Reading> =>
  send('bind.waiting', {}).then((view) => readingOf(view, [], []));

/** @param chosenSite used where no tab is spoken about. */
export async function saveDraft(
  draft: Draft,
  place: { readonly bindToTab: boolean; readonly site: string },
  replaceAccountId?: string,
): Promise<ReplyOf<'bind.save'>> {
  const added = await send('bind.save', {
    draft,
    ...(place.bindToTab && tabId.value !== undefined ? { tabId: tabId.value } : {}),
    ...(place.site.trim() === '' ? {} : { site: place.site }),
    ...(replaceAccountId === undefined ? {} : { replaceAccountId }),
  });
  if (added.site !== null) site.value = added.site;
  await loadAccounts();
  return added;
}

async function read(texts: readonly string[], blank: readonly string[]): Promise<Reading> {
  return readingOf(await send('bind.read', { texts: [...texts] }), texts, blank);
}

function readingOf(
  { drafts, sets, problems }: ReadingView,
  texts: readonly string[],
  blank: readonly string[],
): Reading {
  const foreign = problems.filter(({ code }) => code === 'otp/not-an-otp');
  return {
    drafts,
    sets,
    others: foreign.map(({ detail, text }) => otherOf(detail, texts[text] ?? '')),
    unread: problems,
    blank,
  };
}

function isEmpty({ drafts, sets }: Reading): boolean {
  return drafts.length === 0 && sets.length === 0;
}

function firstFault({ unread }: Reading): Fault | null {
  const [first] = unread;
  const worst = unread.find(({ code }) => code !== 'otp/not-an-otp') ?? first;
  return worst === undefined ? null : new Fault(worst.code);
}

/** @param text is looked at for the host only: people should know which code was seen. */
export function otherOf(is: string | undefined, text: string): Other {
  const foreign = (is ?? 'text') as Foreign;
  if (foreign !== 'web-address') return { is: foreign, host: '' };
  return URL.canParse(text) ? { is: foreign, host: new URL(text).host } : { is: 'text', host: '' };
}
