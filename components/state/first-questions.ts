/** What the popup asks before anything else is loaded, so that the answers and the program arrive together. */
import { tabSpokenAbout } from '../../utils/platform/popup-window.ts';
import { send } from '../../utils/platform/send.ts';
import { readSettings, type Settings } from '../../utils/platform/settings.ts';
import type { ReplyOf } from '../../utils/protocol.ts';
import { COMMON_WORDS, languageFor } from '../text/languages.ts';

export type AccountPage = ReplyOf<'accounts.list'>;

export interface FirstQuestions {
  readonly settings: Promise<Settings>;
  readonly tabId: Promise<number | undefined>;
  readonly status: Promise<ReplyOf<'vault.status'>>;
  readonly page: Promise<AccountPage>;
}

/** As many rows as a popup shows at once, and a few for the first turn of the wheel; the rest comes after the paint. */
const FIRST = 14;

let asked: FirstQuestions | null = null;

/** Asked once, however often it is called. */
export function firstQuestions(): FirstQuestions {
  asked ??= askAll();
  return asked;
}

/** Accounts of the tab's site first. Nothing but these are needed for the first paint. */
export function askFirstPage(tabId: number | undefined): Promise<AccountPage> {
  const about = tabId === undefined ? {} : { tabId };
  return send('accounts.list', { ...about, from: 0, most: FIRST, withCodes: FIRST });
}

function askAll(): FirstQuestions {
  const tabId = tabSpokenAbout();
  const settings = readSettings();
  const questions = {
    settings,
    tabId,
    status: send('vault.status', {}),
    page: tabId.then(askFirstPage),
  };
  // Whoever shows the words imports them again, and has them at once.
  const words = settings.then(({ language }) => COMMON_WORDS[languageFor(language, navigator.languages)]());
  // Each is awaited where it is needed; until then a fault must not count as one that nobody caught.
  for (const answer of [...Object.values(questions), words]) answer.catch(() => undefined);
  return questions;
}
