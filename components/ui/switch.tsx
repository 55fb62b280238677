/** On or off, with its words and what it means. */
interface Props {
  readonly label: string;
  readonly hint?: string;
  /** For screen readers, where the label alone does not say what it is about. */
  readonly spoken?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, hint, spoken, on, onChange }: Props) {
  return (
    <label class="check">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-label={spoken}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
      {hint !== undefined && <span class="hint">{hint}</span>}
    </label>
  );
}
