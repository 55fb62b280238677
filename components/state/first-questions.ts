/** What the popup asks before anything else is loaded, so that the answers and the program arrive together. */
import { tabSpokenAbout } from '../../utils/platform/popup-window.ts';
import { send } from '../../utils/platform/send.ts';
import { readSettings, type Settings } from '../../utils/platform/settings.ts';
import type { ReplyOf } from '../../utils/protocol.ts';

export type AccountPage = ReplyOf<'accounts.list'>;

export interface FirstQuestions {
  readonly settings: Promise<Settings>;
  readonly tabId: Promise<number | undefined>;
  readonly page: Promise<AccountPage>;
}

/** Shared by two scripts of one page: the one that asks, and the one that draws. */
const shared = globalThis as { tallystickAsked?: FirstQuestions };

/** As many rows as the tallest popup shows at once; the rest comes after the paint. */
const FIRST = 10;
/** Codes of the first frame. The background computes each while somebody waits. */
const FIRST_CODES = 4;

/** Asked once a page, however often it is called. */
export function firstQuestions(): FirstQuestions {
  shared.tallystickAsked ??= askAll();
  return shared.tallystickAsked;
}

/** Accounts of the tab's site first. Nothing but these are needed for the first paint. */
export function askFirstPage(tabId: number | undefined): Promise<AccountPage> {
  const about = tabId === undefined ? {} : { tabId };
  return send('accounts.list', { ...about, from: 0, most: FIRST, withCodes: FIRST_CODES });
}

function askAll(): FirstQuestions {
  const tabId = tabSpokenAbout();
  const questions = { settings: readSettings(), tabId, page: tabId.then(askFirstPage) };
  // Each is awaited where it is needed; until then a fault must not count as one that nobody caught.
  for (const answer of Object.values(questions)) answer.catch(() => undefined);
  return questions;
}
