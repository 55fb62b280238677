/** Writes down a way in that is bound at the service already. Secrets are bound by a walk-through, never typed here. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { FactorSort } from '../../../utils/factors/factor.ts';
import type { Fault } from '../../../utils/fault.ts';
import { send } from '../../../utils/platform/send.ts';
import { faultText } from '../../fault-text.ts';
import { runForm } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { sortText } from '../../way-text.ts';
import { CodesFile } from '../codes-file.tsx';
import { countries, usualCountry } from '../flow/countries.ts';
import { Line, ManyLines, OneOfMany } from '../flow/fields.tsx';
import { DeviceChoice } from './device-choice.tsx';

const SORTS: readonly FactorSort[] = [
  'phone',
  'email',
  'recoveryCodes',
  'securityKey',
  'passkey',
  'pushApp',
  'qrSignIn',
  'face',
  'securityQuestions',
];
/** What there is to write down besides its name; nothing for the rest. */
const OF_VALUE: readonly string[] = ['phone/', 'email/', 'codes/'];

interface Props {
  readonly accountId: string;
  readonly onDone: () => void;
}

export function AddWay({ accountId, onDone }: Props) {
  const sort = useSignal<string>('phone');
  const value = useSignal('');
  const country = useSignal(usualCountry());
  const label = useSignal('');
  const deviceId = useSignal('');
  const fault = useSignal<Fault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const save = async () => {
    const added = await runForm(
      () =>
        send('factors.add', {
          accountId,
          sort: sort.value,
          value: value.value,
          country: country.value,
          label: label.value,
          deviceId: deviceId.value || null,
        }),
      fault,
    );
    if (added === undefined) return;
    say({ text: t('way.saved') });
    onDone();
  };
  const code = fault.value?.code ?? null;
  const isOfValue = code !== null && OF_VALUE.some((area) => code.startsWith(area));
  const wrong = isOfValue ? faultText(code) : null;
  const all = useMemo(() => countries().map((one) => ({ id: one.code, text: one.name })), []);
  return (
    <form
      ref={form}
      class="way-panel"
      aria-label={t('way.addTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t('way.addTitle')}</h3>
      <p class="hint">{t('way.addText')}</p>
      <OneOfMany
        label={t('way.sortLabel')}
        value={sort}
        options={SORTS.map((id) => ({ id, text: sortText(id) }))}
      />
      {sort.value === 'phone' && <OneOfMany label={t('way.country')} value={country} options={all} />}
      {sort.value === 'phone' && <Line type="tel" label={t('way.number')} value={value} fault={wrong} />}
      {sort.value === 'email' && <Line type="email" label={t('way.address')} value={value} fault={wrong} />}
      {sort.value === 'recoveryCodes' && (
        <>
          <ManyLines label={t('way.codes')} value={value} fault={wrong} />
          <div class="file-line">
            <CodesFile field={value} />
          </div>
        </>
      )}
      <Line type="text" label={t('way.name')} note={t('way.nameHint')} value={label} />
      <DeviceChoice value={deviceId} />
      {!isOfValue && <FaultNotice fault={code} />}
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
