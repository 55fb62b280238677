/** Lets the user point at the field in the page behind the popup. What is said there is in the language of the product. */
import { closePopup } from '../../utils/platform/popup-window.ts';
import { send } from '../../utils/platform/send.ts';
import { type MessageKey, t } from '../text/i18n.ts';
import { VERDICTS, verdictKey } from '../verdict-text.ts';
import { tabId } from './site.ts';

const SAID = {
  title: 'teach.title',
  text: 'teach.text',
  keys: 'teach.keys',
  none: 'teach.none',
  cancel: 'teach.cancel',
  again: 'teach.again',
  insist: 'teach.insist',
  doubt: 'teach.doubt',
  doubtText: 'teach.doubtText',
  kept: 'teach.kept',
  keptText: 'teach.keptText',
  close: 'teach.close',
  unnamed: 'teach.unnamed',
} as const satisfies Record<string, MessageKey>;

export async function beginTeaching(): Promise<void> {
  if (tabId.value === undefined) return;
  const own = Object.entries(SAID).map(([name, key]) => [name, t(key)]);
  const why = VERDICTS.map((verdict) => [
    `why.${verdict}`,
    t('teach.verdict', { reason: t(verdictKey(verdict)) }),
  ]);
  await send('teach.start', { tabId: tabId.value, words: Object.fromEntries([...own, ...why]) });
  closePopup();
}
