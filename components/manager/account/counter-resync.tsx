/** Sets the counter of a code right by two codes that another holder of the key shows. */
import { useSignal } from '@preact/signals';
import type { Fault } from '../../../utils/fault.ts';
import { send } from '../../../utils/platform/send.ts';
import type { AccountView, FactorView } from '../../../utils/views.ts';
import { runForm } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Block } from '../page.tsx';

const isCounted = ({ moves, state }: FactorView) =>
  moves === 'counter' && state !== 'retired' && state !== 'lost';

export function CounterResync({ account }: { readonly account: AccountView }) {
  const factor = account.factors.find(isCounted);
  return factor === undefined ? null : <Form accountId={account.id} factorId={factor.id} />;
}

function Form(of: { readonly accountId: string; readonly factorId: string }) {
  const older = useSignal('');
  const newer = useSignal('');
  const isIncomplete = useSignal(false);
  const fault = useSignal<Fault | null>(null);
  const set = async () => {
    isIncomplete.value = older.value.trim() === '' || newer.value.trim() === '';
    if (isIncomplete.value) return;
    const done = await runForm(
      () => send('codes.resync', { ...of, shown: [older.value, newer.value] }),
      fault,
    );
    if (done === undefined) return;
    older.value = '';
    newer.value = '';
    say({ text: t('counter.done', { counter: done.counter }) });
  };
  return (
    <Block title={t('counter.title')}>
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <p class="hint">{t('counter.text')}</p>
        <TextField label={t('counter.older')} value={older} maxLength={16} inputMode="numeric" />
        <TextField
          label={t('counter.newer')}
          value={newer}
          maxLength={16}
          inputMode="numeric"
          fault={isIncomplete.value ? t('counter.both') : null}
        />
        <FaultNotice fault={fault.value?.code ?? null} />
        <button type="submit" class="button">
          {t('counter.set')}
        </button>
      </form>
    </Block>
  );
}
