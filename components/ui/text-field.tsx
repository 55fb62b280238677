/** One line of text or one choice, with its label. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: Signal<string>;
  readonly fault?: string | null;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly inputMode?: 'numeric';
  readonly secret?: boolean;
}

export function TextField(props: Props) {
  const { label, value, fault = null, hint, secret = false } = props;
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={fault !== null}
          aria-describedby={fault !== null || hint !== undefined ? noteId : undefined}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          inputMode={props.inputMode}
          class={secret ? 'secret' : undefined}
          autocapitalize={secret ? 'characters' : undefined}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
      </div>
      {fault === null ? (
        hint !== undefined && (
          <p id={noteId} class="hint">
            {hint}
          </p>
        )
      ) : (
        <p id={noteId} class="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: Signal<string>;
  readonly children: ComponentChildren;
}

export function ChoiceField({ label, value, children }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <select
          id={id}
          value={value.value}
          onChange={(event) => {
            value.value = event.currentTarget.value;
          }}
        >
          {children}
        </select>
      </div>
    </div>
  );
}
