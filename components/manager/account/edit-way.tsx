/** What its owner may say about a way in: a name, the device, the last day, a rhythm. */
import { useSignal } from '@preact/signals';
import type { Fault } from '../../../utils/fault.ts';
import { send } from '../../../utils/platform/send.ts';
import type { WayInView } from '../../../utils/views.ts';
import { runForm } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { wayText } from '../../way-text.ts';
import { Line, OneOfMany } from '../flow/fields.tsx';
import { DeviceChoice } from './device-choice.tsx';

interface Props {
  readonly accountId: string;
  readonly way: WayInView;
  readonly onDone: () => void;
}

export function EditWay({ accountId, way, onDone }: Props) {
  const label = useSignal(way.label);
  const deviceId = useSignal(way.deviceId ?? '');
  const rhythm = useSignal(way.rotateEveryDays === null ? '' : String(way.rotateEveryDays));
  // Stored as the end of that day, UTC.
  const endsOn = useSignal(way.endsAtMs === null ? '' : new Date(way.endsAtMs).toISOString().slice(0, 10));
  const fault = useSignal<Fault | null>(null);
  const save = async () => {
    const done = await runForm(
      () =>
        send('factors.edit', {
          accountId,
          factorId: way.id,
          label: label.value,
          deviceId: deviceId.value || null,
          rotateEveryDays: rhythm.value === '' ? null : Number(rhythm.value),
          endsOn: endsOn.value || null,
        }),
      fault,
    );
    if (done === undefined) return;
    say({ text: t('way.saved') });
    onDone();
  };
  return (
    <form
      class="way-panel"
      aria-label={t('way.editTitle', { way: wayText(way) })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Line type="text" label={t('way.name')} note={t('way.nameHint')} value={label} />
      <DeviceChoice value={deviceId} />
      <OneOfMany label={t('way.rotate')} value={rhythm} none={t('way.rotateNever')} options={rhythms(way)} />
      <Line type="date" label={t('way.endsOn')} value={endsOn} />
      <FaultNotice fault={fault.value?.code ?? null} />
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

/** One set elsewhere stays choosable. */
function rhythms({ rotateEveryDays }: WayInView) {
  const usual = [
    { id: '90', text: t('way.rotate90') },
    { id: '180', text: t('way.rotate180') },
    { id: '365', text: t('way.rotate365') },
  ];
  const own = rotateEveryDays === null ? null : String(rotateEveryDays);
  if (own === null || usual.some(({ id }) => id === own)) return usual;
  return [...usual, { id: own, text: t('way.rhythm', { count: own }) }];
}
