/** Findings of the check-up, worst first, each with what mends it. */
import type { CheckUpView } from '../../../utils/views.ts';
import { startFlow } from '../../state/flows.ts';
import { goTo } from '../../state/route.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { dayText } from '../../time-text.ts';

type Finding = CheckUpView['findings'][number];

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const text = findingText(finding);
        const name = nameOf(finding);
        const mend = mendOf(finding);
        return (
          <li key={`${finding.id} ${finding.accountId} ${finding.factorId} ${finding.value}`}>
            <span class={`chip chip-${finding.severity}`}>
              {wordsFor(`checkup.severity.${finding.severity}`)}
            </span>
            <span class="finding-text">
              {name !== '' && <strong>{name}</strong>} {text}
            </span>
            {mend !== null && (
              <button
                type="button"
                class="button small"
                aria-label={t('checkup.ui.mendFor', {
                  mend: mendText(finding),
                  text: `${name} ${text}`.trim(),
                })}
                onClick={mend}
              >
                {mendText(finding)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const nameOf = ({ service, login, shown }: Finding) => [service, login, shown].filter(Boolean).join(' · ');

const mendText = ({ mend }: Finding) => wordsFor(`checkup.mend.${mend}`) ?? t('checkup.ui.mend');

export function findingText({ id, value }: Finding): string {
  return wordsFor(`checkup.${id}`, { value: value ?? 0, day: value === null ? '' : dayText(value) }) ?? id;
}

/** Where the list of ways in says more than a walk would: the account's own page. */
const ON_THE_ACCOUNT: readonly string[] = ['never-proven'];

/** Pages of the ways in have the name of what they mend. */
const IN_WAYS_IN: readonly string[] = ['rehearse', 'recovery', 'paper', 'rotate'];

/** @returns null where the words say all there is to do. */
function mendOf({ id, mend, accountId, factorId }: Finding): (() => void) | null {
  if (IN_WAYS_IN.includes(mend)) return () => goTo('ways-in', mend);
  if (mend === 'backup') return () => void open('/popup.html?view=backup');
  if (mend === 'backups') return () => goTo('backups');
  if (id === 'run-open') return () => goTo('flows');
  if (accountId === null) return null;
  if (ON_THE_ACCOUNT.includes(id)) return () => goTo('accounts', accountId);
  const about = mend === 'change' && factorId !== null ? { factorId } : {};
  return () => void startFlow({ flow: mend, accountIds: [accountId], ...about });
}
