/** On which device of the owner something lives. */
import type { Signal } from '@preact/signals';
import { send } from '../../../utils/platform/send.ts';
import { useAnswer } from '../../state/answer.ts';
import { t } from '../../text/i18n.ts';
import { OneOfMany } from '../flow/fields.tsx';

export function DeviceChoice({ value }: { readonly value: Signal<string> }) {
  const devices = useAnswer(() => send('devices.list', {})).value.value ?? [];
  if (devices.length === 0) return null;
  return (
    <OneOfMany
      label={t('way.deviceLabel')}
      value={value}
      none={t('way.noDevice')}
      options={devices.map(({ id, name }) => ({ id, text: name }))}
    />
  );
}
