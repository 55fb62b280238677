/** Entries of the journal in words. The compiler asks for words for every event. */
import type { JournalEvent } from '../utils/journal/event.ts';
import type { JournalLineView } from '../utils/views.ts';
import { type MessageKey, t, wordsFor } from './text/i18n.ts';
import { sortText, stateText, wayText } from './way-text.ts';

type Did = JournalEvent['did'];

const keyOf = (did: Did): `journal.${Did}` => `journal.${did}` satisfies MessageKey;

export function eventText(line: JournalLineView): string {
  const { event } = line;
  const text = t(keyOf(event.did), valuesOf(line));
  if (!('flow' in event)) return text;
  const flow = wordsFor(`flow.${event.flow}.name`) ?? event.flow;
  const name = nameIn(line);
  return t('journal.ui.inFlow', { flow: [flow, name].filter(Boolean).join(' · '), what: text });
}

/** What became of ways in, one line each: "phone number changed from … to …", "… in use → lost". */
export function changesIn({ event, replaced }: JournalLineView): readonly string[] {
  if (!('changes' in event)) return [];
  const told = event.changes.map((change) => {
    if (replaced !== null && change.from === 'replacing' && change.to === 'retired') {
      const { sort, old, fresh } = replaced;
      return t('journal.ui.replaced', { sort: sortText(sort), old, fresh });
    }
    return changeText(change);
  });
  const gaveUp = 'consents' in event && event.consents.some((consent) => consent.startsWith('last-factor:'));
  return gaveUp ? [...told, t('journal.ui.gaveUpLast')] : told;
}

interface Change {
  readonly sort: string;
  readonly shown: string;
  readonly from: string | null;
  readonly to: string;
}

export function changeText({ sort, shown, from, to }: Change): string {
  const what = wayText({ sort, shown });
  if (from === null) return t('flow.ui.added', { what, to: stateText(to) });
  if (from === to) return t('flow.ui.noted', { what });
  return t('flow.ui.moved', { what, from: stateText(from), to: stateText(to) });
}

function valuesOf(line: JournalLineView): Record<string, string | number> {
  const own = Object.entries(line.event).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const trouble = 'trouble' in line.event ? (wordsFor(`flow.trouble.${line.event.trouble}`) ?? '') : '';
  const { destination = '' } = 'destination' in line.event ? line.event : {};
  const values = { ...Object.fromEntries(own), trouble };
  return {
    name: nameIn(line) || t('journal.ui.gone'),
    ...values,
    destination: wordsFor(`backups.sort.${destination}`) ?? destination,
  };
}

function nameIn({ accounts, event }: JournalLineView): string {
  const [first] = accounts;
  if (first !== undefined) return [first.service, first.login].filter(Boolean).join(' · ');
  return 'service' in event ? event.service : '';
}
