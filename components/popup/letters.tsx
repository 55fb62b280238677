/** Two names one under the other, with the letters marked in which they differ. */
import type { SiteView } from '../../utils/views.ts';
import { type MessageKey, t } from '../text/i18n.ts';

type Alphabet = NonNullable<SiteView['letters'][number]['alphabet']>;
const WORDS: Readonly<Record<Alphabet, MessageKey>> = {
  cyrillic: 'letters.cyrillic',
  greek: 'letters.greek',
  armenian: 'letters.armenian',
  marked: 'letters.marked',
};

export function Letters({ letters }: Pick<SiteView, 'letters'>) {
  return (
    <span class="letters" dir="ltr">
      <NameRow letters={letters} side="here" />
      <NameRow letters={letters} side="there" />
      {letters.map(
        ({ here, alphabet }, at) =>
          alphabet !== null && <small key={at}>{t(WORDS[alphabet], { letter: here })}</small>,
      )}
    </span>
  );
}

function NameRow({ letters, side }: Pick<SiteView, 'letters'> & { readonly side: 'here' | 'there' }) {
  return (
    <bdi>
      {letters.map((pair, at) =>
        pair.here === pair.there ? (
          <span key={at}>{pair[side]}</span>
        ) : (
          // The same width in both rows, so that what follows stands under its like.
          <mark key={at}>{pair[side].padEnd(Math.max(pair.here.length, pair.there.length), '\u00a0')}</mark>
        ),
      )}
    </bdi>
  );
}
