/** An account that has no code here yet: named, then its first way in is bound or written down. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { startFlow } from '../state/flows.ts';
import { t } from '../text/i18n.ts';
import { Line } from './flow/fields.tsx';

export function NewAccount({ onDone }: { readonly onDone: () => void }) {
  const service = useSignal('');
  const login = useSignal('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      class="way-panel framed"
      aria-label={t('manager.newAccount')}
      onSubmit={(event) => {
        event.preventDefault();
        if (service.value.trim() === '') return;
        const newAccount = { service: service.value, login: login.value };
        void startFlow({ flow: 'bind', newAccount });
      }}
    >
      <p class="hint">{t('manager.newAccountText')}</p>
      <Line type="text" label={t('manager.newService')} value={service} />
      <Line type="text" label={t('manager.newLogin')} value={login} />
      <div class="step-buttons">
        <button type="submit" class="button primary" disabled={service.value.trim() === ''}>
          {t('manager.newGo')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('way.cancel')}
        </button>
      </div>
    </form>
  );
}
