/** Makes a recovery key: one printed page, and a rehearsal before it counts. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { Printer } from 'lucide-preact';
import type { FaultCode } from '../../../utils/fault.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { status } from '../../state/vault.ts';
import { keepKit, makeKit, type RecoveryKit } from '../../state/ways-in.ts';
import { language, t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OpenerButton } from '../backups/opener-button.tsx';
import { Page } from '../page.tsx';
import { qrAddress } from './qr-address.ts';

export function RecoveryKitPage() {
  const kit = useSignal<RecoveryKit | null>(null);
  useSignalEffect(() => {
    void run(makeKit).then((made) => {
      if (made !== undefined) kit.value = made;
    });
  });
  return (
    <Page
      title={t('waysIn.kitTitle')}
      lead={t('waysIn.kitLead')}
      back={{ href: linkTo('ways-in'), label: t('waysIn.title') }}
      actions={
        <>
          <OpenerButton />
          <button type="button" class="button" onClick={() => print()}>
            <Printer size={16} aria-hidden="true" />
            {t('waysIn.kitPrint')}
          </button>
        </>
      }
    >
      {kit.value !== null && (
        <>
          <Sheet kit={kit.value} />
          <Rehearsal kit={kit.value} />
        </>
      )}
    </Page>
  );
}

/** What goes on paper. */
function Sheet({ kit }: { readonly kit: RecoveryKit }) {
  const when = new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'long' }).format(Date.now());
  return (
    <section class="sheet" aria-label={t('waysIn.kitTitle')}>
      <header>
        <strong>{t('waysIn.kitHead')}</strong>
        <span>{t('waysIn.kitFacts', { when, fingerprint: status.value?.fingerprint ?? '' })}</span>
      </header>
      <div class="sheet-key">
        <ol class="key-groups">
          {kit.groups.map((group) => (
            <li key={group}>{group}</li>
          ))}
        </ol>
        <img class="sheet-qr" alt={t('waysIn.kitQr')} src={qrAddress(kit.groups.join('-'))} />
      </div>
      <ol class="sheet-steps">
        <li>{t('waysIn.kitStep1')}</li>
        <li>{t('waysIn.kitStep2')}</li>
        <li>{t('waysIn.kitStep3')}</li>
      </ol>
    </section>
  );
}

/** Three groups that only somebody who has the paper can type. */
function Rehearsal({ kit }: { readonly kit: RecoveryKit }) {
  const asked = useSignal(threeOf(kit.groups.length));
  const typed = [useSignal(''), useSignal(''), useSignal('')];
  const wrong = useSignal<readonly number[]>([]);
  const fault = useSignal<FaultCode | null>(null);
  const keep = async () => {
    wrong.value = asked.value.filter((group, at) => plain(typed[at]) !== kit.groups[group]);
    if (wrong.value.length > 0) return;
    const done = await run(async () => {
      await keepKit(kit);
      return true;
    }, fault);
    if (!done) return;
    say({ text: t('waysIn.kitDone') });
    goTo('ways-in');
  };
  return (
    <form
      class="block not-printed"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h2>{t('waysIn.rehearse')}</h2>
      <p class="page-lead">{t('waysIn.rehearseText')}</p>
      <div class="trio">
        {asked.value.map((group, at) => (
          <TextField
            key={group}
            label={t('waysIn.group', { number: group + 1 })}
            value={typed[at] as Signal<string>}
            maxLength={8}
            secret
            fault={wrong.value.includes(group) ? t('waysIn.groupWrong') : null}
          />
        ))}
      </div>
      <Notice sort="info">{t('waysIn.rehearseNote')}</Notice>
      <FaultNotice fault={fault.value} />
      <button type="submit" class="button primary">
        {t('waysIn.kitKeep')}
      </button>
    </form>
  );
}

const plain = (typed: Signal<string> | undefined) =>
  (typed?.value ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Any three will do: they only have to be found on the paper. */
function threeOf(count: number): readonly number[] {
  const drawn = new Set<number>();
  while (drawn.size < 3) drawn.add(Math.floor(Math.random() * count));
  return [...drawn].sort((a, b) => a - b);
}
