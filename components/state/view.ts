/** Which screen is shown. No router: a popup has no address bar. */
import { signal } from '@preact/signals';
import { viewAsked } from '../../utils/platform/popup-window.ts';

export type Screen =
  | { readonly name: 'list' }
  | { readonly name: 'add'; readonly scan?: boolean }
  | { readonly name: 'settings' }
  | { readonly name: 'backup' }
  | { readonly name: 'restore' }
  | { readonly name: 'account'; readonly accountId: string; readonly edit: boolean };

const TABS: readonly Screen['name'][] = ['settings', 'backup', 'restore'];

export const screen = signal<Screen>(screenAsked(viewAsked));

/** In which direction the last change went: forwards slides from the right. */
export const wentBack = signal(false);

export function show(next: Screen): void {
  wentBack.value = next.name === 'list';
  screen.value = next;
}

export function showList(): void {
  show({ name: 'list' });
}

function screenAsked(view: string | null): Screen {
  const name = TABS.find((known) => known === view);
  return name === undefined || name === 'account' ? { name: 'list' } : { name };
}
