/** What else can be done with an account. One menu for all rows, put beside the button that opened it. */
import { signal } from '@preact/signals';
import { Globe, Info, Pencil, Trash2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../utils/views.ts';
import { loadAccounts, remove, undoRemove } from '../state/accounts.ts';
import { run } from '../state/run.ts';
import { bindHere, noFill, site } from '../state/site.ts';
import { say } from '../state/toast.ts';
import { show } from '../state/view.ts';
import { t } from '../text/i18n.ts';

interface OpenMenu {
  readonly account: AccountView;
  readonly button: HTMLElement;
}

export const menuFor = signal<OpenMenu | null>(null);

export function openMenu(account: AccountView, button: HTMLElement): void {
  menuFor.value = { account, button };
}

export function RowMenu() {
  const open = menuFor.value;
  return open === null ? null : <Menu key={open.account.id} account={open.account} button={open.button} />;
}

function Menu({ account, button }: OpenMenu) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (menu.current === null) return;
    menu.current.showPopover();
    place(menu.current, button);
    menu.current.querySelector('button')?.focus();
  }, [button]);
  const edit = (name: boolean) => show({ name: 'account', accountId: account.id, edit: name });
  return (
    <div
      ref={menu}
      class="menu"
      popover="auto"
      role="menu"
      aria-label={t('popup.more', { service: account.service, login: account.login })}
      onKeyDown={moveInMenu}
      onClick={() => menu.current?.hidePopover()}
      onToggle={(event) => {
        if (event.newState === 'closed') {
          menuFor.value = null;
          if (button.isConnected && document.activeElement === document.body) button.focus();
        }
      }}
    >
      <Item icon={<Pencil size={15} />} onPick={() => edit(true)}>
        {t('popup.menuRename')}
      </Item>
      {!account.here && noFill.value === null && (
        <Item icon={<Globe size={15} />} onPick={() => void run(() => bind(account))}>
          {t('popup.menuBind', { site: site.value?.readable ?? '' })}
        </Item>
      )}
      <Item icon={<Info size={15} />} onPick={() => edit(false)}>
        {t('popup.menuDetails')}
      </Item>
      <Item icon={<Trash2 size={15} />} danger onPick={() => void run(() => removeWithUndo(account))}>
        {t('popup.menuDelete')}
      </Item>
    </div>
  );
}

interface ItemProps {
  readonly icon: ComponentChildren;
  readonly danger?: boolean;
  readonly onPick: () => void;
  readonly children: ComponentChildren;
}

function Item({ icon, danger, onPick, children }: ItemProps) {
  return (
    <button type="button" role="menuitem" class={danger ? 'menu-item danger' : 'menu-item'} onClick={onPick}>
      {icon}
      {children}
    </button>
  );
}

/** Below the button, or above it where there is no room. Set by script: the page allows no style attributes. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const below = at.bottom + 4;
  const fits = below + menu.offsetHeight < window.innerHeight - 8;
  menu.style.top = `${fits ? below : at.top - menu.offsetHeight - 4}px`;
  menu.style.left = `${Math.max(8, at.right - menu.offsetWidth)}px`;
}

function moveInMenu(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const step = event.key === 'ArrowDown' ? 1 : -1;
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  items.at((at + step) % items.length)?.focus();
}

async function bind(account: AccountView): Promise<void> {
  await bindHere(account);
  await loadAccounts();
  say({ text: t('popup.bound', { service: account.service, site: site.value?.readable ?? '' }) });
}

async function removeWithUndo(account: AccountView): Promise<void> {
  const { service } = account;
  await remove(account);
  const undo = async () => {
    await undoRemove(account);
    say({ text: t('popup.undeleted', { service }) });
  };
  say({
    text: t('popup.deleted', { service }),
    action: { label: t('common.undo'), run: () => void run(undo) },
  });
}
