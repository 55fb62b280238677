/** Writes down a device, or what changed about it. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Device } from '../../../utils/factors/device.ts';
import type { Fault } from '../../../utils/fault.ts';
import { send } from '../../../utils/platform/send.ts';
import type { DeviceView } from '../../../utils/views.ts';
import { faultText } from '../../fault-text.ts';
import { accounts } from '../../state/accounts.ts';
import { runForm } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { countries, usualCountry } from '../flow/countries.ts';
import { Line, OneOfMany } from '../flow/fields.tsx';
import { SORT_NAMES } from './devices-section.tsx';

const SORTS: readonly Device['sort'][] = ['phone', 'hardwareKey', 'browser'];

interface Props {
  /** Null for a new one. */
  readonly device: DeviceView | null;
  readonly onDone: () => void;
}

export function DeviceForm({ device, onDone }: Props) {
  const sort = useSignal<string>(device?.sort ?? 'phone');
  const name = useSignal(device?.name ?? '');
  const number = useSignal(device?.numberE164 ?? '');
  const country = useSignal(usualCountry());
  const carrier = useSignal(device?.carrier ?? '');
  const carrierAccountId = useSignal(device?.carrierAccountId ?? '');
  const fault = useSignal<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const all = useMemo(() => countries().map((one) => ({ id: one.code, text: one.name })), []);
  const isPhone = sort.value === 'phone';
  const save = async () => {
    const saved = await runForm(
      () =>
        send('devices.save', {
          ...(device === null ? {} : { deviceId: device.id }),
          sort: sort.value as Device['sort'],
          name: name.value.trim() || (SORT_NAMES[sort.value as Device['sort']]?.() ?? ''),
          number: isPhone ? number.value : '',
          country: country.value,
          carrier: isPhone ? carrier.value : '',
          carrierAccountId: (isPhone && carrierAccountId.value) || null,
        }),
      fault,
    );
    if (saved !== undefined) onDone();
  };
  const code = fault.value?.code ?? null;
  const isOfNumber = code?.startsWith('phone/') ?? false;
  return (
    <form
      ref={form}
      class="way-panel framed"
      aria-label={device === null ? t('device.add') : t('device.editFor', { name: device.name })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <OneOfMany
        label={t('device.sort')}
        value={sort}
        options={SORTS.map((id) => ({ id, text: SORT_NAMES[id]() }))}
      />
      <Line type="text" label={t('device.name')} note={t('device.nameHint')} value={name} />
      {isPhone && (
        <>
          <OneOfMany label={t('device.country')} value={country} options={all} />
          <Line
            type="tel"
            label={t('device.number')}
            value={number}
            fault={isOfNumber && code !== null ? faultText(code) : null}
          />
          <Line type="text" label={t('device.carrier')} value={carrier} />
          <OneOfMany
            label={t('device.carrierAccount')}
            value={carrierAccountId}
            none={t('device.carrierNone')}
            options={(accounts.value ?? []).map(({ id, service, login }) => ({
              id,
              text: [service, login].filter(Boolean).join(' · '),
            }))}
          />
        </>
      )}
      {!isOfNumber && <FaultNotice fault={code} />}
      <div class="step-buttons">
        <button type="submit" class="button primary">
          {t('way.save')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('way.cancel')}
        </button>
      </div>
    </form>
  );
}
