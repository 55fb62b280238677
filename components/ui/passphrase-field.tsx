/** Where a passphrase is typed: can be shown, pasted into and filled by a password manager. */
import type { Signal } from '@preact/signals';
import { Eye, EyeOff } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../text/i18n.ts';
import { IconButton } from './icon-button.tsx';

interface Props {
  readonly label: string;
  readonly value: Signal<string>;
  readonly shown: Signal<boolean>;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly autofocus?: boolean;
  readonly faultId?: string | undefined;
  readonly disabled?: boolean;
  readonly aside?: ComponentChildren;
  /** The second of two fields is shown and hidden with the first. */
  readonly follows?: boolean;
}

export function PassphraseField(props: Props) {
  const { label, value, shown, autocomplete, autofocus, faultId, disabled, aside, follows = false } = props;
  const id = useId();
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
        {aside}
      </div>
      <div class="field-box">
        <input
          id={id}
          ref={(input) => {
            if (autofocus && input !== null && input.dataset.met === undefined) {
              input.dataset.met = '';
              input.focus();
            }
          }}
          // The types want one literal; both carry the same attributes.
          type={(shown.value ? 'text' : 'password') as 'password'}
          class={shown.value ? 'secret' : undefined}
          // What stands in a field of plain text, browsers write into the profile, for the next start: but not with "off".
          autocomplete={shown.value ? 'off' : autocomplete}
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={faultId !== undefined}
          aria-describedby={faultId}
          readOnly={disabled}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
        {!follows && (
          <IconButton
            label={shown.value ? t('passphrase.hide') : t('passphrase.show')}
            aria-pressed={shown.value}
            onClick={() => {
              shown.value = !shown.value;
            }}
          >
            {shown.value ? <EyeOff size={16} /> : <Eye size={16} />}
          </IconButton>
        )}
      </div>
    </div>
  );
}
