/** What a flow is: data and pure functions. The engine in `run.ts` knows none by name. Ids are stored in vaults: never rename. */
import type { Account } from '../accounts/account.ts';
import type { Device } from '../factors/device.ts';
import type { Factor, FactorSort } from '../factors/factor.ts';
import type { ServiceRules } from '../factors/service-rules.ts';
import type { Edit } from './edit.ts';
import type { AccountOutcome, FlowRun } from './run-record.ts';
import type { TroubleId } from './troubles.ts';

/** The part of the vault that flows work on. */
export interface World {
  readonly account: ReadonlyMap<string, Account>;
  readonly device: ReadonlyMap<string, Device>;
  readonly flowRun: ReadonlyMap<string, FlowRun>;
}

/** Everything a step may look at. */
export interface Scene {
  readonly world: World;
  readonly run: FlowRun;
  /** Kept answers together with those just given. */
  readonly answers: Readonly<Record<string, string>>;
  /** @throws Error when the flow has none: our own mistake. */
  readonly account: Account;
  readonly rules: ServiceRules;
  readonly nowMs: number;
  /** The factor in this part; null when nobody plays it. */
  factor(part: string): Factor | null;
}

export interface Option {
  readonly id: string;
  /** A name from the vault, shown as it is, maybe empty; null when the words are `flow.option.<input>.<id>`. */
  readonly name: string | null;
  /** Of a factor: its sort, named before it. */
  readonly sort?: FactorSort;
}

export interface Input {
  /** Unique within the flow, so that a later step can ask what was answered. */
  readonly id: string;
  /** An id of the registry in `inputs.ts`. */
  readonly kind: string;
  readonly optional?: true;
  options?(scene: Scene): readonly Option[];
}

/** What stands in the way of a step. A `tick` has to be set; a `deliberate` one asks for the service's name to be typed. */
export interface Stop {
  readonly id: string;
  readonly needs: 'tick' | 'deliberate';
}

/** Where Tallystick can do the step itself, or lend a hand. */
export type Aid =
  | 'open-site'
  | 'fill-number'
  | 'scan-secret'
  | 'show-code'
  | 'fill-code'
  | 'paste-message'
  | 'page-answer'
  | 'use-recovery'
  | 'read-codes'
  | 'compare-ways'
  | 'carrier-hotlines'
  | 'backup'
  | 'check-up'
  | 'journal'
  | 'proof'
  | 'wallet-steps'
  | 'vault-ways';

/** Where a step leads: another step, the next account of the queue, or out. */
export type Next = { readonly step: string } | { readonly account: AccountOutcome } | 'end';

export interface Step {
  readonly id: string;
  /** Begin of its word keys; steps that several flows share have words of their own. */
  readonly words: string;
  readonly inputs?: readonly Input[];
  readonly aids?: readonly Aid[];
  readonly troubles?: readonly TroubleId[];
  /** The service has been told: there is no going back behind it. */
  readonly isFinal?: true;
  /** Giving up here leaves factors as they are: nobody can tell yet what the service holds. */
  readonly leavesAsIs?: true;
  /** Left out where this says no. */
  isNeeded?(scene: Scene): boolean;
  stops?(scene: Scene): readonly Stop[];
  apply?(scene: Scene, edit: Edit): void;
  /** Not given: the step after it in the list. */
  next?(scene: Scene): Next | null;
}

export interface Flow {
  readonly id: string;
  /** What has to be named to begin. */
  readonly about: 'account' | 'factor' | 'device' | 'nothing';
  readonly steps: readonly Step[];
  /** Who plays which part in the account it comes to. */
  castOf?(account: Account): Readonly<Record<string, string>>;
  /** The accounts of the queue, where the flow itself knows them. */
  accountsFor?(world: World, deviceId: string): readonly string[];
  /** Where a further account of the queue begins; null for flows of one account. */
  readonly eachFrom: string | null;
  /** Where it goes on after the last account of the queue; null to end. */
  readonly after: string | null;
}
