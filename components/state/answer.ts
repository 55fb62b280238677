/** What a page asked the background for, asked again whenever it may be stale. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import { onPulse } from '../../utils/platform/send.ts';
import { run } from './run.ts';

export interface Answer<T> {
  /** Null until the first answer. */
  readonly value: Signal<T | null>;
  readonly fault: Signal<FaultCode | null>;
}

/** @param about changes with what is asked: another account, another run. */
export function useAnswer<T>(ask: (about: string) => Promise<T>, about = ''): Answer<T> {
  const value = useSignal<T | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  // New in every drawing, while what it is about mostly stays.
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let question = 0;
    const load = async () => {
      question += 1;
      const mine = question;
      const answer = await run(() => latest.current(about), fault);
      // A later question may have been answered before, or the page is gone.
      if (mine === question && answer !== undefined) value.value = answer;
    };
    void load();
    const stop = onPulse((what) => {
      if (what === 'accounts') void load();
    });
    return () => {
      question += 1;
      stop();
    };
  }, [about, value, fault]);
  return { value, fault };
}
