/** One account: its name, its code, and what can be done with it. A click anywhere copies. */
import { useComputed, useSignal } from '@preact/signals';
import { EllipsisVertical, Pin, RefreshCw } from 'lucide-preact';
import { copyText } from '../../utils/platform/clipboard.ts';
import { send } from '../../utils/platform/send.ts';
import type { AccountView, FactorView } from '../../utils/views.ts';
import { spoken } from '../code-groups.ts';
import { codeFactorOf, codeOf, nextCode } from '../state/accounts.ts';
import { nowMs } from '../state/clock.ts';
import { run } from '../state/run.ts';
import { noFill } from '../state/site.ts';
import { say } from '../state/toast.ts';
import { t } from '../text/i18n.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { CodeFace } from './code-face.tsx';
import { FillButton } from './fill-button.tsx';
import { menuFor, openMenu } from './row-menu.tsx';

const COPIED_MS = 1600;

export function AccountRow({ account }: { readonly account: AccountView }) {
  const factor = codeFactorOf(account);
  const copied = useSignal(false);
  const code = useComputed(() => currentCode(account.id));
  const use = async () => {
    const text =
      factor?.moves === 'counter' && code.value === null ? await next(account, factor) : code.value;
    if (text === null || text === undefined || factor === null) return;
    await run(() => copy(account, factor, text));
    copied.value = true;
    setTimeout(() => {
      copied.value = false;
    }, COPIED_MS);
  };
  return (
    <li class={`row ${account.here ? 'row-here' : ''} ${copied.value ? 'row-copied' : ''}`} data-row>
      <button type="button" class="row-main" data-main onClick={() => void use()}>
        <Avatar service={account.service} />
        <span class="row-names">
          <span class="row-service">
            <span>{account.service}</span>
            {account.pinned && <Pin size={11} role="img" aria-label={t('popup.pinned')} />}
          </span>
          <span class="row-login">{account.login}</span>
        </span>
        <CodeFace account={account} factor={factor} code={code.value} copied={copied.value} />
        <span class="only-spoken">{doesWhat(factor, code.value)}</span>
      </button>
      {factor?.moves === 'counter' && <NextButton account={account} factor={factor} />}
      {(account.here || account.doubt !== null) && noFill.value === null && <FillButton account={account} />}
      <IconButton
        class="row-more"
        label={t('popup.more', { service: account.service, login: account.login })}
        aria-haspopup="menu"
        aria-expanded={menuFor.value?.account.id === account.id}
        onClick={(event) => openMenu(account, event.currentTarget)}
      >
        <EllipsisVertical size={16} />
      </IconButton>
    </li>
  );
}

/** The answer for the next period may be under way still: what it will say is known already. */
function currentCode(accountId: string): string | null {
  const code = codeOf(accountId).value;
  if (code === null || code.fault !== null) return null;
  if (code.validUntilMs === null || nowMs.value < code.validUntilMs) return code.text;
  const grace = (code.periodSeconds ?? 0) * 1000;
  return nowMs.value < code.validUntilMs + grace ? code.nextText : null;
}

/** The rest of the button's name, after service and login; its codes change too often for a label of their own. */
function doesWhat(factor: FactorView | null, code: string | null): string {
  if (code !== null) return t('popup.copyCode', { code: spoken(code) });
  return factor?.moves === 'counter' ? t('popup.nextCode') : '';
}

async function next(account: AccountView, factor: FactorView): Promise<string | undefined> {
  return (await run(() => nextCode(account, factor)))?.text;
}

async function copy(account: AccountView, factor: FactorView, text: string): Promise<void> {
  await copyText(text);
  say({ text: t('popup.copiedSpoken', { service: account.service }) });
  await send('codes.copied', { accountId: account.id, factorId: factor.id });
}

function NextButton({ account, factor }: { readonly account: AccountView; readonly factor: FactorView }) {
  return (
    <IconButton
      label={t('popup.next', { service: account.service })}
      class="row-next"
      onClick={() => void next(account, factor)}
    >
      <RefreshCw size={15} />
    </IconButton>
  );
}
