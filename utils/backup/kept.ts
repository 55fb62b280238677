/** What of a vault goes into a backup: all of it, but for what belongs to this one vault on this one device. */
import type { Account } from '../accounts/account.ts';
import type { Device } from '../factors/device.ts';
import type { Contents, Json, RecordBodies } from '../vault/contents.ts';

export type FlowRun = RecordBodies['flowRun'];

export interface Kept {
  /** Those in the trash too. */
  readonly accounts: readonly Account[];
  readonly devices?: readonly Device[];
  readonly flowRuns?: readonly FlowRun[];
  readonly facts?: Readonly<Record<string, Json>>;
}

/**
 * The ways into this vault open no other one; a key that was shown to be held was held for this one; an import is taken back
 * where it was made; every machine has a clock of its own; and a code that was just used is old by the time anybody restores.
 */
const OF_THIS_VAULT =
  /^(backup\.recipient$|backup\.savedAtMs$|recovery\.|passphrase\.|vault\.|import\.last$|fill\.used\.|clock\.)/;

export const isCarried = (fact: string): boolean => !OF_THIS_VAULT.test(fact);

export function keptOf({ account, device, flowRun, fact }: Contents): Required<Kept> {
  return {
    accounts: [...account.values()],
    devices: [...device.values()],
    flowRuns: [...flowRun.values()],
    facts: Object.fromEntries([...fact].filter(([name]) => isCarried(name))),
  };
}
