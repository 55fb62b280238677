/** What came of a restore: how much came, which file it was, and what could not be taken. */
import { skipText } from '../skip-text.ts';
import type { Restored } from '../state/backup.ts';
import { showList } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { Tally } from '../ui/tally.tsx';

export interface Done {
  readonly restored: Restored;
  /** The paper that opened the backup opens this vault too. */
  readonly isKeyAdopted: boolean;
  readonly name: string;
  /** Newer ones that are not whole. */
  readonly passedOver: readonly string[];
}

export function RestoreDone({ done: { restored, isKeyAdopted, name, passedOver } }: { readonly done: Done }) {
  const { added, changed, same, skipped } = restored;
  return (
    <Screen title={t('backup.restoreTitle')}>
      <div class="finished" role="status">
        <Tally state="together" size="large" />
        <h2 class="gate-title">{t('backup.restored')}</h2>
        <ul class="facts">
          {(added > 0 || changed + same === 0) && <li>{t('backup.added', { count: added })}</li>}
          {changed > 0 && <li>{t('backup.changed', { count: changed })}</li>}
          {same > 0 && <li>{t('backup.same', { count: same })}</li>}
          {skipped.length > 0 && <li>{t('backup.skipped', { count: skipped.length })}</li>}
          <RemarksList remarks={skipped} />
        </ul>
        {passedOver.length > 0 && (
          <Notice sort="warning">{t('restore.passedOver', { bad: passedOver.join(', '), name })}</Notice>
        )}
        {isKeyAdopted && <p class="hint">{t('restore.keyAdopted')}</p>}
        <button type="button" class="button primary wide" onClick={showList}>
          {t('common.done')}
        </button>
      </div>
    </Screen>
  );
}

export function RemarksList({ remarks }: { readonly remarks: Readonly<Restored['skipped']> }) {
  return remarks.map(({ where, why }) => (
    <li key={`${where}/${why}`}>
      <span>{where}</span>
      <span>{skipText(why)}</span>
    </li>
  ));
}
