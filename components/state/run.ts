/** Where faults of a page are caught: `run` does the work, and a fault becomes something to show. */
import { type Signal, signal } from '@preact/signals';
import { Fault, type FaultCode, isFault } from '../../utils/fault.ts';
import { heardFault } from './vault.ts';

/** What the toast shows when the work has no place of its own for its faults. */
export const problem = signal<FaultCode | null>(null);

/** @returns what the work gave, or undefined when a fault was shown instead. */
export async function run<T>(
  work: () => Promise<T>,
  into: Signal<FaultCode | null> = problem,
): Promise<T | undefined> {
  return caught(work, (fault) => {
    into.value = fault?.code ?? null;
  });
}

/** For forms: the fault with its detail, which names the field. */
export async function runForm<T>(work: () => Promise<T>, into: Signal<Fault | null>): Promise<T | undefined> {
  return caught(work, (fault) => {
    into.value = fault;
  });
}

async function caught<T>(
  work: () => Promise<T>,
  show: (fault: Fault | null) => void,
): Promise<T | undefined> {
  show(null);
  try {
    return await work();
  } catch (error) {
    const fault = isFault(error) ? error : new Fault('unexpected');
    // A vault that locked itself meanwhile is no error: the page shows that it is locked.
    if (!heardFault(fault)) show(fault);
    return undefined;
  }
}
