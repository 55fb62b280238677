/** What this service wants at this walk: where to click, what it demands, its own page. Nothing where no guide is known. */
import { send } from '../../../utils/platform/send.ts';
import type { GuideView } from '../../../utils/views.ts';
import { useAnswer } from '../../state/answer.ts';
import { language, t, wordsFor } from '../../text/i18n.ts';

type Guide = GuideView['guide'];

const RESTS_ON: Record<NonNullable<Guide['basis']>, () => string> = {
  official: () => t('guide.ui.official'),
  guide: () => t('guide.ui.handed'),
  described: () => t('guide.ui.described'),
  general: () => t('guide.ui.general'),
};

interface Props {
  readonly accountId: string;
  readonly flow: string;
}

export function ServiceGuide({ accountId, flow }: Props) {
  const { value } = useAnswer(() => send('guides.read', { accountId, flow }), `${accountId} ${flow}`);
  const guide = value.value?.guide;
  if (!guide || (guide.steps.length === 0 && guide.officialPage === null)) return null;
  const service = language.value === 'zh-CN' ? guide.nameZh : guide.name;
  return (
    <details class="compare service-guide" open>
      <summary>{t('guide.ui.title', { service })}</summary>
      {guide.steps.length > 0 && <Steps guide={guide} />}
      {guide.officialPage !== null && (
        <p>
          <a href={guide.officialPage} target="_blank" rel="noreferrer noopener">
            {t('guide.ui.page', { host: new URL(guide.officialPage).hostname })}
          </a>
        </p>
      )}
      {guide.steps.length > 0 && guide.basis !== null && <p class="hint">{RESTS_ON[guide.basis]()}</p>}
    </details>
  );
}

function Steps({ guide: { steps, notes } }: { readonly guide: Guide }) {
  return (
    <>
      <ol class="plain-steps">
        {steps.map((step) => (
          <li key={step}>{wordsFor(step)}</li>
        ))}
      </ol>
      <ul class="plain-steps">
        {notes.map((note) => (
          <li key={note}>{wordsFor(note)}</li>
        ))}
      </ul>
    </>
  );
}
