/** Where the full page is: `#/section/rest…`. The address can be kept and gone back in. */
import { computed, signal } from '@preact/signals';

const hash = signal(globalThis.location?.hash ?? '');
globalThis.addEventListener?.('hashchange', () => {
  hash.value = location.hash;
});

/** Never empty: the first part names the section. */
export const route = computed(() => {
  const parts = hash.value.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  return { section: parts[0] ?? 'accounts', rest: parts.slice(1) };
});

export const linkTo = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

export function goTo(...parts: string[]): void {
  location.hash = linkTo(...parts);
}
