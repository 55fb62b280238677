/** Chooses a passphrase: how strong it is, a suggestion, and twice only when it cannot be seen. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { type MessageKey, t, wordsFor } from '../text/i18n.ts';
import { PassphraseField } from './passphrase-field.tsx';

export const LEAST_CHARACTERS = 12;
/** zxcvbn's 0–4: from 2 on a guess costs more than 10^8 tries, each of them slowed down by Argon2id. */
const LEAST_SCORE = 2;

interface Strength {
  readonly score: number;
  readonly warningKey: string | null;
}

export interface NewPassphrase {
  readonly value: Signal<string>;
  readonly repeated: Signal<string>;
  readonly shown: Signal<boolean>;
  readonly strength: Signal<Strength | null>;
}

export function useNewPassphrase(): NewPassphrase {
  const value = useSignal('');
  const strength = useSignal<Strength | null>(null);
  useSignalEffect(() => {
    const passphrase = value.value;
    if (passphrase === '') strength.value = null;
    else void judge(passphrase, value, strength);
  });
  return { value, repeated: useSignal(''), shown: useSignal(false), strength };
}

/** @returns why it cannot be taken, or null when it can. */
export function objectionTo(chosen: NewPassphrase): MessageKey | null {
  const { value, repeated, shown, strength } = chosen;
  if ([...value.value].length < LEAST_CHARACTERS) return 'first.tooShort';
  if (strength.value !== null && strength.value.score < LEAST_SCORE) return 'first.tooWeak';
  return !shown.value && repeated.value !== value.value ? 'first.mismatch' : null;
}

interface Props {
  readonly label: string;
  readonly repeatLabel: string;
  readonly chosen: NewPassphrase;
  readonly disabled: boolean;
  readonly objection: MessageKey | null;
  readonly autofocus?: boolean;
}

export function NewPassphraseFields(props: Props) {
  const { label, repeatLabel, chosen, disabled, objection, autofocus = true } = props;
  const suggested = useSignal<string | null>(null);
  const { value, repeated, shown } = chosen;
  const suggest = async () => {
    const { suggestPassphrase } = await import('../../utils/platform/strength.ts');
    value.value = await suggestPassphrase();
    shown.value = true;
    suggested.value = value.value;
  };
  const faultId = objection === null ? undefined : 'passphrase-objection';
  const shared = { shown, autocomplete: 'new-password', disabled, faultId } as const;
  return (
    <>
      <PassphraseField
        label={label}
        value={value}
        autofocus={autofocus}
        {...shared}
        aside={
          <button type="button" class="link" disabled={disabled} onClick={() => void suggest()}>
            {t('first.suggest')}
          </button>
        }
      />
      {suggested.value === value.value && shown.value ? (
        <Suggestion text={value.value} />
      ) : (
        <StrengthMeter chosen={chosen} />
      )}
      {!shown.value && value.value !== '' && (
        <PassphraseField label={repeatLabel} value={repeated} follows {...shared} />
      )}
      {objection !== null && (
        <p id={faultId} class="field-fault" role="alert">
          {t(objection)}
        </p>
      )}
    </>
  );
}

/** In full: a line of the field is too short for it. */
function Suggestion({ text }: { readonly text: string }) {
  return (
    <div class="suggestion">
      <span class="secret">{text}</span>
      <span class="hint">{t('first.suggested')}</span>
    </div>
  );
}

const WORDS = ['strength.0', 'strength.1', 'strength.2', 'strength.3', 'strength.4'] as const;

function StrengthMeter({ chosen }: { readonly chosen: NewPassphrase }) {
  const strength = chosen.strength.value;
  if (strength === null) return <p class="hint">{t('strength.advice')}</p>;
  const { score, warningKey } = strength;
  const warning = warningKey === null ? null : wordsFor(`strength.warning.${warningKey}`);
  return (
    <div class={`strength strength-${score}`}>
      <meter class="only-spoken" aria-label={t('strength.label')} min={0} max={4} value={score}>
        {t(WORDS[score] ?? 'strength.0')}
      </meter>
      <div class="strength-bars" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
      <p class="hint">
        <strong>{t(WORDS[score] ?? 'strength.0')}</strong>{' '}
        {warning ?? (score < 3 ? t('strength.advice') : '')}
      </p>
    </div>
  );
}

/** Typing goes on while an earlier text is judged: only the answer for what is there now counts. */
async function judge(
  passphrase: string,
  value: Signal<string>,
  into: Signal<Strength | null>,
): Promise<void> {
  const { strengthOf } = await import('../../utils/platform/strength.ts');
  const strength = await strengthOf(passphrase, ['tallystick', '符契']);
  if (value.peek() === passphrase) into.value = strength;
}
