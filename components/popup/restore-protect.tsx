/** How a restored vault is kept on this device, asked where there is none yet: the backup's own passphrase, another one, or none. */
import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { createDeviceVault, createVault, status } from '../state/vault.ts';
import { type MessageKey, t } from '../text/i18n.ts';
import {
  LEAST_CHARACTERS,
  type NewPassphrase,
  NewPassphraseFields,
  objectionTo,
  useNewPassphrase,
} from '../ui/new-passphrase.tsx';

export type Way = 'same' | 'other' | 'device';

export interface Protection {
  readonly isNeeded: ReadonlySignal<boolean>;
  readonly way: Signal<Way>;
  readonly chosen: NewPassphrase;
  readonly objection: Signal<MessageKey | null>;
  /** Says why not, where it is not. */
  isFine(byKey: boolean): boolean;
  /** Makes the vault where there is none. */
  create(byKey: boolean): Promise<void>;
}

const isAbsent = () => status.value?.state === 'absent' || status.value?.state === 'lost';

/** A recovery key is no passphrase for every day. */
const wayFor = (way: Way, byKey: boolean): Way => (way === 'same' && byKey ? 'other' : way);

/** @param secret what opens the backup. */
export function useProtection(secret: Signal<string>): Protection {
  const isNeeded = useComputed(isAbsent);
  const way = useSignal<Way>('same');
  const chosen = useNewPassphrase();
  const objection = useSignal<MessageKey | null>(null);
  const reason = (byKey: boolean): MessageKey | null => {
    const wanted = wayFor(way.value, byKey);
    if (!isNeeded.value || wanted === 'device') return null;
    if (wanted === 'other') return objectionTo(chosen);
    return [...secret.value].length < LEAST_CHARACTERS ? 'restore.sameTooShort' : null;
  };
  return {
    isNeeded,
    way,
    chosen,
    objection,
    isFine(byKey) {
      objection.value = reason(byKey);
      return objection.value === null;
    },
    async create(byKey) {
      if (!isNeeded.peek()) return;
      const wanted = wayFor(way.value, byKey);
      if (wanted === 'device') await createDeviceVault();
      else await createVault(wanted === 'same' ? secret.value : chosen.value.value);
    },
  };
}

interface Props {
  readonly protection: Protection;
  readonly byKey: boolean;
  readonly disabled: boolean;
}

export function ProtectFields({ protection, byKey, disabled }: Props) {
  const { way, chosen, objection } = protection;
  const shown = wayFor(way.value, byKey);
  const ways: readonly Way[] = byKey ? ['other', 'device'] : ['same', 'other', 'device'];
  return (
    <fieldset class="restore-protect" onInput={() => (objection.value = null)}>
      <legend>{t('restore.protect')}</legend>
      {ways.map((one) => (
        <label key={one} class="restore-way">
          <input
            type="radio"
            name="protect"
            checked={shown === one}
            disabled={disabled}
            onChange={() => (way.value = one)}
          />
          <span>{t(`restore.protect.${one}`)}</span>
        </label>
      ))}
      {shown === 'other' && (
        <NewPassphraseFields
          label={t('first.choose')}
          repeatLabel={t('first.repeat')}
          chosen={chosen}
          disabled={disabled}
          objection={objection.value}
          autofocus={false}
        />
      )}
      {shown === 'same' && objection.value !== null && (
        <p class="field-fault" role="alert">
          {t(objection.value)}
        </p>
      )}
      {shown === 'device' && <p class="hint">{t('first.deviceMinus')}</p>}
    </fieldset>
  );
}
