/** Where a lost number is suspended by phone: the hotlines of the mainland carriers, and how to find others. */
import { send } from '../../../utils/platform/send.ts';
import { useAnswer } from '../../state/answer.ts';
import { language, t, wordsFor } from '../../text/i18n.ts';

/** @param heading which level it is on its page. */
export function Hotlines({ heading: Heading = 'h3' }: { readonly heading?: 'h2' | 'h3' }) {
  const { value } = useAnswer(() => send('guides.carriers', {}));
  const { carriers, findOthers } = value.value ?? { carriers: [], findOthers: [] };
  return (
    <div class="hotlines">
      <Heading>{t('flow.aid.hotlines')}</Heading>
      <ul class="facts">
        {carriers.map(({ name, nameZh, hotline }) => (
          <li key={hotline}>
            <span>{language.value === 'zh-CN' ? nameZh : name}</span>
            <strong>{hotline}</strong>
          </li>
        ))}
      </ul>
      <p class="hint">{t('flow.aid.hotlineOther')}</p>
      <ul class="plain-steps">
        {findOthers.map((way) => (
          <li key={way}>{wordsFor(way)}</li>
        ))}
      </ul>
    </div>
  );
}
