/** The devices of the owner, what hangs on each, and what to do when one is gone. */
import { useSignal } from '@preact/signals';
import { KeySquare, Laptop, Smartphone } from 'lucide-preact';
import type { Device } from '../../../utils/factors/device.ts';
import { send } from '../../../utils/platform/send.ts';
import type { DeviceView } from '../../../utils/views.ts';
import { useAnswer } from '../../state/answer.ts';
import { startFlow } from '../../state/flows.ts';
import { linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { DeviceForm } from './device-form.tsx';
import { WhatIf } from './what-if.tsx';

export function DevicesSection({ rest }: { readonly rest: readonly string[] }) {
  const [deviceId, view] = rest;
  const { value, fault } = useAnswer(() => send('devices.list', {}));
  const devices = value.value;
  const one = devices?.find(({ id }) => id === deviceId);
  if (one !== undefined) return <WhatIf key={`${one.id} ${view}`} device={one} asSheet={view === 'sheet'} />;
  return <All devices={devices} fault={<FaultNotice fault={fault.value} />} />;
}

interface AllProps {
  readonly devices: readonly DeviceView[] | null;
  readonly fault: preact.ComponentChildren;
}

function All({ devices, fault }: AllProps) {
  const edits = useSignal<string | null>(null);
  const close = () => {
    edits.value = null;
  };
  return (
    <Page
      title={t('device.section')}
      lead={t('device.lead')}
      actions={
        <button type="button" class="button primary" onClick={() => (edits.value = '')}>
          {t('device.add')}
        </button>
      }
    >
      {fault}
      {edits.value === '' && <DeviceForm device={null} onDone={close} />}
      {devices?.length === 0 && edits.value === null && <p class="nothing">{t('device.none')}</p>}
      <ul class="ways">
        {devices?.map((device) =>
          edits.value === device.id ? (
            <li key={device.id}>
              <DeviceForm device={device} onDone={close} />
            </li>
          ) : (
            <DeviceCard key={device.id} device={device} onEdit={() => (edits.value = device.id)} />
          ),
        )}
      </ul>
    </Page>
  );
}

const ICONS = { phone: Smartphone, hardwareKey: KeySquare, browser: Laptop };
export const SORT_NAMES: Record<Device['sort'], () => string> = {
  phone: () => t('device.phone'),
  hardwareKey: () => t('device.hardwareKey'),
  browser: () => t('device.browser'),
};

function DeviceCard({ device, onEdit }: { readonly device: DeviceView; readonly onEdit: () => void }) {
  const removes = useSignal(false);
  const { id, name, sort, state } = device;
  const Icon = ICONS[sort];
  const facts = [
    SORT_NAMES[sort](),
    device.shownNumber,
    device.carrier,
    t('device.hangs', { count: device.accounts }),
  ];
  return (
    <li class="way">
      <div class="way-head">
        <Icon size={20} aria-hidden="true" />
        <div class="way-names">
          <strong>{name}</strong>
        </div>
        <span class={`chip chip-${state === 'lost' ? 'lost' : 'active'}`}>
          {state === 'lost' ? t('device.isLost') : t('device.inHand')}
        </span>
      </div>
      <p class="way-facts">{facts.filter(Boolean).join(' · ')}</p>
      <div class="way-acts">
        <button
          type="button"
          class="button small"
          aria-label={t('device.lostFor', { name })}
          onClick={() => void startFlow({ flow: 'lost-phone', deviceId: id })}
        >
          {t('device.lost')}
        </button>
        <a class="button small" href={linkTo('devices', id)} aria-label={t('device.whatIfFor', { name })}>
          {t('device.whatIf')}
        </a>
        <a
          class="button small"
          href={linkTo('devices', id, 'sheet')}
          aria-label={`${t('device.sheet')}: ${name}`}
        >
          {t('device.sheet')}
        </a>
        <button
          type="button"
          class="button small"
          aria-label={t('device.editFor', { name })}
          onClick={onEdit}
        >
          {t('device.edit')}
        </button>
        <button
          type="button"
          class="button small"
          aria-label={t('device.removeFor', { name })}
          onClick={() => (removes.value = true)}
        >
          {t('device.remove')}
        </button>
      </div>
      {removes.value && (
        <AskFirst
          question={t('device.removeAsk', { name })}
          verb={t('device.remove')}
          onYes={() => void run(() => send('devices.remove', { deviceId: id }))}
          onNo={() => (removes.value = false)}
        />
      )}
    </li>
  );
}
