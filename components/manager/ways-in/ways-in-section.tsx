/** The ways into the vault: which there are, making one more, changing and removing one. */
import { useSignal } from '@preact/signals';
import { KeyRound, LifeBuoy, MonitorSmartphone, ShieldQuestion } from 'lucide-preact';
import type { SlotView } from '../../../utils/views.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { status } from '../../state/vault.ts';
import { removeSlot } from '../../state/ways-in.ts';
import { language, type MessageKey, t } from '../../text/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { NewPassphrasePage } from './new-passphrase-page.tsx';
import { RecoveryKitPage } from './recovery-kit-page.tsx';

const SORTS: Record<
  string,
  { readonly icon: typeof KeyRound; readonly name: MessageKey; readonly text: MessageKey }
> = {
  passphrase: { icon: KeyRound, name: 'waysIn.passphrase', text: 'waysIn.passphraseText' },
  recovery: { icon: LifeBuoy, name: 'waysIn.recovery', text: 'waysIn.recoveryText' },
  device: { icon: MonitorSmartphone, name: 'waysIn.device', text: 'waysIn.deviceText' },
};
const UNKNOWN = { icon: ShieldQuestion, name: 'waysIn.unknown', text: 'waysIn.unknownText' } as const;

export function WaysInSection({ rest }: { readonly rest: readonly string[] }) {
  if (rest[0] === 'passphrase') return <NewPassphrasePage />;
  if (rest[0] === 'recovery') return <RecoveryKitPage />;
  const slots = status.value?.slots ?? [];
  const has = (type: string) => slots.some((slot) => slot.type === type);
  return (
    <Page title={t('waysIn.title')} lead={t('waysIn.lead')}>
      {!has('recovery') && (
        <Notice
          sort="warning"
          action={
            <a class="button small primary" href={linkTo('ways-in', 'recovery')}>
              {t('waysIn.recoveryMake')}
            </a>
          }
        >
          {t('waysIn.recoveryMissing')}
        </Notice>
      )}
      <ul class="cards ways">
        {slots.map((slot) => (
          <SlotCard key={slot.id} slot={slot} isLast={slots.length === 1} />
        ))}
      </ul>
      <div class="pair">
        <button type="button" class="button" onClick={() => goTo('ways-in', 'passphrase')}>
          {has('passphrase') ? t('waysIn.passphraseChange') : t('waysIn.passphraseSet')}
        </button>
        {has('recovery') && (
          <button type="button" class="button" onClick={() => goTo('ways-in', 'recovery')}>
            {t('waysIn.recoveryAgain')}
          </button>
        )}
      </div>
    </Page>
  );
}

function SlotCard({ slot, isLast }: { readonly slot: SlotView; readonly isLast: boolean }) {
  const sure = useSignal(false);
  const { icon: Icon, name, text } = SORTS[slot.type] ?? UNKNOWN;
  const made = new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium' }).format(
    slot.createdAtMs,
  );
  return (
    <li class="card">
      <Icon size={20} aria-hidden="true" />
      <span class="card-names">
        <strong>{t(name)}</strong>
        <span>
          {t(text)} {t('waysIn.made', { when: made })}
        </span>
      </span>
      {!isLast && !sure.value && (
        <button type="button" class="button small quiet" onClick={() => (sure.value = true)}>
          {t('waysIn.remove')}
        </button>
      )}
      {sure.value && (
        <span class="pair">
          <button type="button" class="button small" onClick={() => (sure.value = false)}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            class="button small danger"
            onClick={() => void run(() => removeSlot(slot.id))}
          >
            {t('waysIn.removeSure')}
          </button>
        </span>
      )}
    </li>
  );
}
