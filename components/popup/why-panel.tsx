/** Why nothing was filled: the fields that were seen on the page, and for each in words why it was left alone. */
import { X } from 'lucide-preact';
import type { Verdict } from '../../utils/autofill/field.ts';
import type { SeenView } from '../../utils/views.ts';
import { seen } from '../state/site.ts';
import { type MessageKey, t } from '../text/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';

const WORDS: Readonly<Record<Verdict, MessageKey>> = {
  recovery: 'why.recovery',
  otherField: 'why.otherField',
  newPassword: 'why.password',
  search: 'why.search',
  copy: 'why.copy',
  captcha: 'why.captcha',
  otherTrade: 'why.otherTrade',
  key: 'why.key',
  newSecret: 'why.newSecret',
  password: 'why.password',
  puzzle: 'why.puzzle',
  noWords: 'why.noWords',
  weakWords: 'why.weakWords',
  slices: 'why.slices',
  pin: 'why.pin',
  little: 'why.little',
};

/** What a page reports is not believed to be one of ours. */
function wordsOf(verdict: string): MessageKey {
  return Object.hasOwn(WORDS, verdict) ? WORDS[verdict as Verdict] : 'why.little';
}

export function WhyPanel() {
  const fields = seen.value;
  if (fields === null) return null;
  return (
    <section class="why" aria-label={t('why.title')}>
      <div class="why-head">
        <h2>{t('why.title')}</h2>
        <IconButton
          label={t('why.close')}
          onClick={() => {
            seen.value = null;
          }}
        >
          <X size={15} aria-hidden="true" />
        </IconButton>
      </div>
      {fields.length === 0 ? <p>{t('why.none')}</p> : <Fields fields={fields} />}
      <p class="hint">{t('why.do')}</p>
    </section>
  );
}

function Fields({ fields }: { readonly fields: readonly SeenView[] }) {
  return (
    <>
      <p>{t('why.seen', { count: fields.length })}</p>
      <ul>
        {fields.map(({ label, shape, verdict }, place) => (
          <li key={place}>
            <b dir="auto">{label || t(shape === 'row' ? 'why.unnamedRow' : 'why.unnamed')}</b>
            <span class="why-reason">{t(wordsOf(verdict))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
