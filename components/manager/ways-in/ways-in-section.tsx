/** The ways into the vault: which there are, what is missing, and what can be done with each. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { linkTo } from '../../state/route.ts';
import { status } from '../../state/vault.ts';
import { canHavePasskeys } from '../../state/ways-in.ts';
import { t } from '../../text/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { NewPassphrasePage } from './new-passphrase-page.tsx';
import { PaperPage } from './paper-page.tsx';
import { PasskeyPage } from './passkey-page.tsx';
import { RecoveryKitPage } from './recovery-kit-page.tsx';
import { RehearsePage } from './rehearse-page.tsx';
import { RotatePage } from './rotate-page.tsx';
import { SharesPage } from './shares-page.tsx';
import { SlotCard } from './slot-card.tsx';

const PAGES: Readonly<Record<string, ComponentType>> = {
  passphrase: NewPassphrasePage,
  rehearse: RehearsePage,
  recovery: RecoveryKitPage,
  paper: PaperPage,
  shares: SharesPage,
  passkey: PasskeyPage,
  rotate: RotatePage,
};

export function WaysInSection({ rest }: { readonly rest: readonly string[] }) {
  const Chosen = PAGES[rest[0] ?? ''];
  return Chosen === undefined ? <Ways /> : <Chosen key={rest[0]} />;
}

function Ways() {
  const slots = status.value?.slots ?? [];
  const has = (type: string) => slots.some((slot) => slot.type === type);
  const alone = slots.filter(({ type }) => type !== 'passkey');
  return (
    <Page title={t('waysIn.title')} lead={t('waysIn.lead')}>
      <div class="stack">
        <WhatIsMissing hasRecovery={has('recovery')} />
      </div>
      <ul class="cards ways">
        {slots.map((slot) => (
          <SlotCard key={slot.id} slot={slot} isLast={alone.length === 1 && alone[0] === slot} />
        ))}
      </ul>
      <div class="pair">
        {!has('passphrase') && (
          <a class="button" href={linkTo('ways-in', 'passphrase')}>
            {t('waysIn.passphraseSet')}
          </a>
        )}
        <AddPasskey />
        <a class="button" href={linkTo('ways-in', 'rotate')}>
          {t('rotate.title')}
        </a>
      </div>
    </Page>
  );
}

/** Only where the browser can: a choice that must fail is none. */
function AddPasskey() {
  const can = useSignal(false);
  useSignalEffect(() => {
    void canHavePasskeys().then((is) => (can.value = is));
  });
  return can.value ? (
    <a class="button" href={linkTo('ways-in', 'passkey')}>
      {t('passkey.title')}
    </a>
  ) : null;
}

function WhatIsMissing({ hasRecovery }: { readonly hasRecovery: boolean }) {
  const ways = status.value?.ways;
  return (
    <>
      {ways?.isRotationDue && (
        <Notice
          sort="warning"
          action={
            <a class="button small primary" href={linkTo('ways-in', 'rotate')}>
              {t('rotate.goOn')}
            </a>
          }
        >
          {t('rotate.due')}
        </Notice>
      )}
      {!hasRecovery && (
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
      {ways?.isRehearsalDue && (
        <Notice
          sort="info"
          action={
            <a class="button small" href={linkTo('ways-in', 'rehearse')}>
              {t('rehearse.title')}
            </a>
          }
        >
          {t('rehearse.due')}
        </Notice>
      )}
    </>
  );
}
