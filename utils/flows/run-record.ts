/** One walk through a flow, as it is saved after every step. Stored in vaults: names here never change meaning. */
import type { FactorSort, FactorState } from '../factors/factor.ts';

export type RunState = 'open' | 'done' | 'givenUp';
export type AccountOutcome = 'done' | 'later' | 'stuck';

/** What one step did to one factor. Told to the owner and kept in the journal: masked, never a secret or a whole number. */
export interface FactorChange {
  readonly accountId: string;
  readonly factorId: string;
  readonly sort: FactorSort;
  /** Null when it was added. */
  readonly from: FactorState | null;
  readonly to: FactorState;
  /** `+86 138 **** 1234`, `a***@example.com`, or the owner's own name for it. */
  readonly shown: string;
}

export interface Deed {
  readonly step: string;
  readonly accountId: string | null;
  readonly atMs: number;
  readonly changes: readonly FactorChange[];
}

export interface MetTrouble {
  readonly id: string;
  readonly step: string;
  readonly atMs: number;
  /** How often in a row at this step. */
  readonly times: number;
}

export interface FlowRun {
  readonly id: string;
  /** An id of the registry. One of a later version is kept and cannot be walked. */
  readonly flow: string;
  readonly state: RunState;
  /** The account it is at; null for flows that begin without one. */
  readonly accountId: string | null;
  readonly deviceId: string | null;
  readonly step: string;
  /** Steps walked to get here, for going back. */
  readonly path: readonly string[];
  /** By name of the input. Never a code or a secret. */
  readonly answers: Readonly<Record<string, string>>;
  /** Factors by the part they play here: `old`, `new`, `codes`. */
  readonly cast: Readonly<Record<string, string>>;
  /** Accounts still to come. */
  readonly queue: readonly string[];
  readonly outcomes: Readonly<Record<string, AccountOutcome>>;
  /** What was knowingly given up: `last-factor:<account id>`. */
  readonly consents: readonly string[];
  readonly trouble: MetTrouble | null;
  readonly deeds: readonly Deed[];
  readonly startedAtMs: number;
  readonly touchedAtMs: number;
}

/** What a move in a flow says to the journal. */
export interface FlowEvent {
  readonly did:
    | 'flow.started'
    | 'flow.stepped'
    | 'flow.wentBack'
    | 'flow.troubled'
    | 'flow.finished'
    | 'flow.givenUp';
  readonly flow: string;
  readonly runId: string;
  readonly accountId: string | null;
  readonly step: string;
  /** An id of the troubles; empty when there was none. */
  readonly trouble: string;
  /** What was knowingly given up at this step. */
  readonly consents: readonly string[];
  readonly changes: readonly FactorChange[];
}
