/** When there is something and it cannot be opened. Never offers to begin anew: that would overwrite what may be saved. */
import type { CopyView } from '../../utils/views.ts';
import { faultText } from '../fault-text.ts';
import { problem, run } from '../state/run.ts';
import { opened } from '../state/start.ts';
import { readStatus } from '../state/vault.ts';
import { t } from '../text/i18n.ts';
import { Tally } from '../ui/tally.tsx';

const tryAgain = () =>
  void run(async () => {
    const { state } = await readStatus();
    if (state === 'open') await opened();
  });

export function Unreadable({ copies }: { readonly copies: readonly CopyView[] }) {
  // Whether anything is stored is not known then: the browser lets nobody look.
  const isShutOut = copies.every(({ state }) => state === 'dead');
  return (
    <main class="screen gate">
      <Tally state="broken" size="large" />
      <h1 class="gate-title">{t(isShutOut ? 'unreadable.shutOut' : 'unreadable.title')}</h1>
      <p class="gate-text">{t(isShutOut ? 'unreadable.shutOutText' : 'unreadable.text')}</p>
      <p class="gate-text">{t(isShutOut ? 'unreadable.shutOutNext' : 'unreadable.next')}</p>
      <h2 class="group-title">{t('unreadable.copies')}</h2>
      <ul class="facts">
        {copies.map(({ name, state }) => (
          <li key={name}>
            <span>{name}</span>
            <span>{t(`copy.${state}`)}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="button wide" onClick={tryAgain}>
        {t('common.retry')}
      </button>
      <RescueLink />
    </main>
  );
}

/** The background gave no answer at all. */
export function Unreachable() {
  const fault = problem.value ?? 'message/unreachable';
  return (
    <main class="screen gate">
      <Tally state="broken" size="large" />
      <h1 class="gate-title">{faultText(fault)}</h1>
      <button type="button" class="button primary wide" onClick={tryAgain}>
        {t('common.retry')}
      </button>
      <RescueLink />
    </main>
  );
}

/** A plain link: it has to work when little else does. */
export function RescueLink() {
  return (
    <a class="link" href="/rescue.html" target="_blank" rel="noreferrer">
      {t('unreadable.rescue')}
    </a>
  );
}
