/** The parts of forms on the full page that the popup has no use for: many lines, one of many, a day. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Shell {
  readonly label: string;
  readonly note?: string;
  readonly fault?: string | null;
}
interface Asked {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}
interface LabelledProps extends Shell {
  readonly children: (asked: Asked) => ComponentChildren;
}

/** A label above, what is wrong below, and both told to screen readers. */
export function Labelled({ label, note, fault = null, children }: LabelledProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const below = fault ?? note;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        {children({
          id,
          'aria-invalid': fault !== null,
          'aria-describedby': below === undefined ? undefined : noteId,
        })}
      </div>
      {below !== undefined && (
        <p
          id={noteId}
          class={fault === null ? 'hint' : 'field-fault'}
          role={fault === null ? undefined : 'alert'}
        >
          {below}
        </p>
      )}
    </div>
  );
}

interface TextProps extends Shell {
  readonly value: Signal<string>;
}

export function ManyLines({ value, ...shell }: TextProps) {
  return (
    <Labelled {...shell}>
      {(asked) => (
        <textarea
          {...asked}
          rows={6}
          maxLength={20_000}
          autocomplete="off"
          spellcheck={false}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
      )}
    </Labelled>
  );
}

interface LineProps extends TextProps {
  readonly type: 'text' | 'tel' | 'email' | 'date';
  readonly secret?: boolean;
}

export function Line({ value, type, secret = false, ...shell }: LineProps) {
  return (
    <Labelled {...shell}>
      {(asked) => (
        <input
          {...asked}
          type={type as 'text'}
          class={secret ? 'secret' : undefined}
          maxLength={type === 'text' ? 4096 : 254}
          autocomplete="off"
          spellcheck={false}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
      )}
    </Labelled>
  );
}

interface ManyProps extends Shell {
  /** A signal, or whatever else can be read and set. */
  readonly value: { value: string };
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** What stands for no choice; not given where one is needed. */
  readonly none?: string;
}

export function OneOfMany({ value, options, none, ...shell }: ManyProps) {
  return (
    <Labelled {...shell}>
      {(asked) => (
        <select
          {...asked}
          value={value.value}
          onChange={(event) => {
            value.value = event.currentTarget.value;
          }}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface FewProps extends TextProps {
  readonly options: readonly { readonly id: string; readonly text: string; readonly about?: string | null }[];
}

/** All choices in sight, each with what it means. */
export function OneOfFew({ label, fault = null, value, options }: FewProps) {
  const name = useId();
  return (
    <fieldset class="few" aria-describedby={fault === null ? undefined : `${name}-note`}>
      <legend>{label}</legend>
      {options.map(({ id, text, about }) => (
        <label key={id} class="few-one">
          <input
            type="radio"
            name={name}
            value={id}
            checked={value.value === id}
            onChange={() => {
              value.value = id;
            }}
          />
          <span>
            {text}
            {about != null && <span class="hint">{about}</span>}
          </span>
        </label>
      ))}
      {fault !== null && (
        <p id={`${name}-note`} class="field-fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

interface TickProps {
  readonly label: string;
  readonly fault?: string | null;
  readonly value: Signal<string>;
}

export function Tick({ label, fault = null, value }: TickProps) {
  const id = useId();
  return (
    <div class="tick">
      <label>
        <input
          type="checkbox"
          checked={value.value === 'yes'}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : id}
          onChange={(event) => {
            value.value = event.currentTarget.checked ? 'yes' : '';
          }}
        />
        <span>{label}</span>
      </label>
      {fault !== null && (
        <p id={id} class="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
