/** Seals everything anew under a new key: after a key may have been seen. All of it lands at once, or nothing does. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { status } from '../../state/vault.ts';
import { rotate } from '../../state/ways-in.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { gathered, useWayKeys, WayKeys } from './way-keys.tsx';

export function RotatePage() {
  const now = status.value;
  const ways = useWayKeys(now?.slots ?? []);
  const stage = useSignal<'idle' | 'keys' | 'sealing'>('idle');
  const fault = useSignal<FaultCode | null>(null);
  const count = now?.accounts ?? 0;
  const seal = async () => {
    if (stage.value !== 'idle') return;
    stage.value = 'keys';
    const done = await run(async () => {
      const kept = await gathered(ways);
      if (kept === null) return false;
      stage.value = 'sealing';
      await rotate(kept);
      return true;
    }, fault);
    stage.value = 'idle';
    if (!done) return;
    say({ text: t('rotate.done', { count }) });
    goTo('ways-in');
  };
  return (
    <Page
      title={t('rotate.title')}
      lead={t('rotate.lead')}
      back={{ href: linkTo('ways-in'), label: t('waysIn.title') }}
    >
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void seal();
        }}
      >
        {ways.length > 0 && <p>{t('rotate.keys')}</p>}
        <WayKeys ways={ways} />
        <Notice sort="info">{t('rotate.note')}</Notice>
        <FaultNotice fault={fault.value} />
        {stage.value !== 'idle' && (
          <p class="hint" role="status">
            {stage.value === 'keys' ? t('rotate.atKeys') : t('rotate.atSealing', { count })}
          </p>
        )}
        <button type="submit" class="button primary" aria-busy={stage.value !== 'idle'}>
          {t('rotate.do')}
        </button>
      </form>
    </Page>
  );
}
