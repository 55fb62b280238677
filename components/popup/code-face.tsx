/** The code of a row: its groups, the time it has left, and the one that follows when that is nearly over. */
import { useComputed } from '@preact/signals';
import { Check } from 'lucide-preact';
import type { AccountView, FactorView } from '../../utils/views.ts';
import { grouped, groupsOf } from '../code-groups.ts';
import { faultTextOf } from '../fault-text.ts';
import { codeOf } from '../state/accounts.ts';
import { nowMs, SOON_SECONDS, secondsLeft } from '../state/clock.ts';
import { t } from '../text/i18n.ts';
import { Ring } from '../ui/ring.tsx';

interface Props {
  readonly account: AccountView;
  readonly factor: FactorView | null;
  readonly code: string | null;
  readonly copied: boolean;
}

export function CodeFace({ account, factor, code, copied }: Props) {
  const view = codeOf(account.id).value;
  if (factor === null) return null;
  if (view?.fault != null) return <span class="code-fault">{faultTextOf(view.fault)}</span>;
  const period = view?.periodSeconds ?? null;
  return (
    <span class="code-face" aria-hidden="true">
      <span class="code-lines">
        <Digits code={code} />
        <NextCode accountId={account.id} />
      </span>
      <span class="code-time">
        {copied ? (
          <Check class="code-check" size={18} />
        ) : period === null ? null : (
          <Ring periodSeconds={period} />
        )}
      </span>
    </span>
  );
}

function Digits({ code }: { readonly code: string | null }) {
  if (code === null) return <span class="code code-blank">••• •••</span>;
  return (
    <span class={code.length > 8 ? 'code code-long' : 'code'}>
      {groupsOf(code).map((group, at) => (
        <span key={at}>{at === 0 ? group : ` ${group}`}</span>
      ))}
    </span>
  );
}

function NextCode({ accountId }: { readonly accountId: string }) {
  const next = useComputed(() => {
    const view = codeOf(accountId).value;
    if (view?.nextText == null || view.validUntilMs === null) return null;
    const left = secondsLeft(view.validUntilMs, nowMs.value);
    return left > 0 && left <= SOON_SECONDS ? view.nextText : null;
  });
  return next.value === null ? null : (
    <span class="code-next">{t('popup.soon', { code: grouped(next.value) })}</span>
  );
}
