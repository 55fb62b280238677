/** Where a lost number is suspended by phone: the hotlines of the mainland carriers, and how to find others. */
import { t } from '../../text/i18n.ts';

/** The carriers' own service numbers, at which a SIM card is suspended around the clock. */
const HOTLINES = [
  { name: () => t('flow.aid.hotlineMobile'), number: '10086' },
  { name: () => t('flow.aid.hotlineUnicom'), number: '10010' },
  { name: () => t('flow.aid.hotlineTelecom'), number: '10000' },
];

export function Hotlines() {
  return (
    <div class="hotlines">
      <h3>{t('flow.aid.hotlines')}</h3>
      <ul class="facts">
        {HOTLINES.map(({ name, number }) => (
          <li key={number}>
            <span>{name()}</span>
            <strong>{number}</strong>
          </li>
        ))}
      </ul>
      <p class="hint">{t('flow.aid.hotlineOther')}</p>
    </div>
  );
}
