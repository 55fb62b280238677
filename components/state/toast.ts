/** One short message at the bottom, said once to screen readers, with at most one thing to do. */
import { signal } from '@preact/signals';

export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const toast = signal<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Stays long enough to be read, and longer when it can be undone. */
export function say(next: Toast): void {
  clearTimeout(timer);
  toast.value = next;
  timer = setTimeout(hush, next.action === undefined ? 2500 : 8000);
}

export function hush(): void {
  clearTimeout(timer);
  toast.value = null;
}
