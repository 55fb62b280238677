/** The time a code has left, as a ring that empties. Pure picture: the seconds are in the row for those who ask. */
import { useComputed } from '@preact/signals';
import { SOON_SECONDS, secondsLeftOf } from '../state/clock.ts';

export function Ring({ periodSeconds }: { readonly periodSeconds: number }) {
  const left = secondsLeftOf(periodSeconds);
  const offset = useComputed(() => String(1 - left.value / periodSeconds));
  const look = useComputed(() => (left.value <= SOON_SECONDS ? 'ring ring-soon' : 'ring'));
  return (
    <svg class={look} viewBox="0 0 20 20" aria-hidden="true">
      <circle class="ring-track" cx="10" cy="10" r="7.5" />
      <circle class="ring-left" cx="10" cy="10" r="7.5" pathLength="1" stroke-dashoffset={offset} />
    </svg>
  );
}
