/** What can take the place of text messages, side by side. */
import type { Grade } from '../../../utils/flows/alternatives.ts';
import { send } from '../../../utils/platform/send.ts';
import { useAnswer } from '../../state/answer.ts';
import { t } from '../../text/i18n.ts';
import { sortText } from '../../way-text.ts';
import type { AidProps } from './aids.tsx';

const GRADES: Record<Grade, () => string> = {
  good: () => t('flow.aid.good'),
  fair: () => t('flow.aid.fair'),
  poor: () => t('flow.aid.poor'),
};

export function CompareWays({ run }: AidProps) {
  const accountId = run.account?.id ?? '';
  const known = useAnswer(() => send('guides.offers', { accountIds: [accountId] }), accountId).value
    .value?.[0];
  const { value } = useAnswer(() => send('flow.list', {}));
  const ways = value.value?.alternatives ?? [];
  const columns = [
    { id: 'money', name: t('flow.aid.money') },
    { id: 'effort', name: t('flow.aid.effort') },
    { id: 'phishing', name: t('flow.aid.phishing') },
    { id: 'interception', name: t('flow.aid.interception') },
    { id: 'phoneGone', name: t('flow.aid.phoneGone') },
  ] as const;
  return (
    <details class="compare">
      <summary>{t('flow.aid.ways')}</summary>
      <div class="compare-scroll">
        <table>
          <thead>
            <tr>
              <td />
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ways.map((way) => (
              <tr key={way.sort}>
                <th scope="row">
                  {sortText(way.sort)}
                  {known?.offers.offered.includes(way.sort) && (
                    <span class="hint">{t('entry.offered', { service: run.account?.service ?? '' })}</span>
                  )}
                </th>
                {columns.map(({ id }) => (
                  <td key={id} class={`grade-${way[id]}`}>
                    {GRADES[way[id]]()}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
