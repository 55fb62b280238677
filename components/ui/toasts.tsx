/** Where short messages and faults without a place of their own appear. */
import { Check, CircleAlert, X } from 'lucide-preact';
import { faultText } from '../fault-text.ts';
import { problem } from '../state/run.ts';
import { hush, toast } from '../state/toast.ts';
import { status } from '../state/vault.ts';
import { t } from '../text/i18n.ts';
import { IconButton } from './icon-button.tsx';

export function Toasts() {
  return (
    <div class="toasts">
      <div role="status">{toast.value !== null && problem.value === null && <Said />}</div>
      <div role="alert">{problem.value !== null && status.value !== null && <Problem />}</div>
    </div>
  );
}

function Said() {
  const said = toast.value;
  if (said === null) return null;
  const { text, action } = said;
  return (
    <div class="toast">
      <Check size={16} aria-hidden="true" />
      <span class="toast-text">{text}</span>
      {action !== undefined && (
        <button
          type="button"
          class="toast-action"
          onClick={() => {
            hush();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}

function Problem() {
  if (problem.value === null) return null;
  return (
    <div class="toast toast-fault">
      <CircleAlert size={16} aria-hidden="true" />
      <span class="toast-text">{faultText(problem.value)}</span>
      <IconButton
        label={t('common.close')}
        onClick={() => {
          problem.value = null;
        }}
      >
        <X size={16} />
      </IconButton>
    </div>
  );
}
