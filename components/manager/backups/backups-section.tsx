/** Automatic backups: where they go, what became of them, and the ways to make and take one by hand. */
import { useSignal } from '@preact/signals';
import { send } from '../../../utils/platform/send.ts';
import { useAnswer } from '../../state/answer.ts';
import { linkTo } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Block, Page } from '../page.tsx';
import { AddPlace } from './add-place.tsx';
import { OpenerButton } from './opener-button.tsx';
import { PlaceCard } from './place-card.tsx';

export function BackupsSection() {
  const adds = useSignal(false);
  const { value, fault } = useAnswer(() => send('backups.list', {}));
  const view = value.value;
  return (
    <Page
      title={t('backups.title')}
      lead={t('backups.lead')}
      actions={
        view?.hasRecoveryKey && (
          <button type="button" class="button primary" onClick={() => (adds.value = true)}>
            {t('backups.add')}
          </button>
        )
      }
    >
      <FaultNotice fault={fault.value} />
      {view?.hasRecoveryKey === false && (
        <Notice
          sort="warning"
          action={
            <a class="button small primary" href={linkTo('ways-in', 'recovery')}>
              {t('backups.makeKey')}
            </a>
          }
        >
          {t('backups.noKey')}
        </Notice>
      )}
      {adds.value && <AddPlace onDone={() => (adds.value = false)} />}
      {view?.hasRecoveryKey && view.destinations.length === 0 && !adds.value && (
        <p class="nothing">{t('backups.none')}</p>
      )}
      <ul class="ways">
        {view?.destinations.map((place) => (
          <PlaceCard key={place.id} place={place} />
        ))}
      </ul>
      <Block title={t('backups.byHand')}>
        <p>{t('backups.byHandText')}</p>
        <div class="pair">
          <button type="button" class="button" onClick={() => void open('/popup.html?view=backup')}>
            {t('backups.save')}
          </button>
          <button type="button" class="button" onClick={() => void open('/popup.html?view=restore')}>
            {t('backups.restore')}
          </button>
        </div>
      </Block>
      <Block title={t('backups.withoutUs')}>
        <p>{t('backups.withoutUsText')}</p>
        <div class="pair">
          <OpenerButton />
        </div>
      </Block>
    </Page>
  );
}
