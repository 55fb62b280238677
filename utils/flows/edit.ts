/** Collects what a step changes and notes each change, so that nothing happens to a factor that the journal does not tell. */
import type { Account } from '../accounts/account.ts';
import { accountIn, withFactor } from '../accounts/edits.ts';
import type { Device } from '../factors/device.ts';
import type { Factor, FactorState } from '../factors/factor.ts';
import type { NewFactor } from '../factors/hand-made.ts';
import { shownName } from '../factors/shown-name.ts';
import { isDailyWay, withState } from '../factors/states.ts';
import { Fault } from '../fault.ts';
import type { World } from './flow.ts';
import type { FactorChange } from './run-record.ts';

type Patch = Partial<
  Pick<Factor, 'endsAtMs' | 'rotateEveryDays' | 'acceptedAtMs' | 'lastUsedAtMs' | 'deviceId' | 'label'>
>;

export class Edit {
  readonly #before: World;
  #accounts: ReadonlyMap<string, Account>;
  #devices: ReadonlyMap<string, Device>;
  readonly #changes: FactorChange[] = [];
  readonly #cast: Record<string, string> = {};
  readonly #nowMs: number;
  readonly #newId: () => string;

  constructor(world: World, nowMs: number, newId: () => string) {
    this.#before = world;
    this.#accounts = world.account;
    this.#devices = world.device;
    this.#nowMs = nowMs;
    this.#newId = newId;
  }

  get changes(): readonly FactorChange[] {
    return this.#changes;
  }

  /** Parts given to factors by this step. */
  get cast(): Readonly<Record<string, string>> {
    return this.#cast;
  }

  give(part: string, factorId: string): void {
    this.#cast[part] = factorId;
  }

  /** @returns the id of the new factor. It begins `pending`, but for things that the service has handed out already. */
  add(accountId: string, made: NewFactor, state: FactorState = 'pending'): string {
    const factor = {
      ...made,
      id: this.#newId(),
      state,
      deviceId: made.deviceId ?? null,
      addedAtMs: this.#nowMs,
      lastUsedAtMs: null,
      label: made.label ?? '',
    } as Factor;
    this.#put(accountId, factor);
    this.#note(accountId, factor, null);
    return factor.id;
  }

  /** @throws Fault `factor/bad-state`. */
  move(accountId: string, factorId: string, to: FactorState): void {
    const factor = this.#factor(accountId, factorId);
    const moved = withState(factor, to, this.#nowMs);
    if (moved === factor) return;
    this.#put(accountId, moved);
    this.#note(accountId, moved, factor.state);
  }

  patch(accountId: string, factorId: string, patch: Patch): void {
    const patched = { ...this.#factor(accountId, factorId), ...patch } as Factor;
    this.#put(accountId, patched);
    this.#note(accountId, patched, patched.state);
  }

  /** A number or address that was typed wrong and never proven is corrected where it stands. */
  correct(accountId: string, factorId: string, made: NewFactor): void {
    const factor = this.#factor(accountId, factorId);
    const corrected = { ...factor, ...made, deviceId: made.deviceId ?? null } as Factor;
    this.#put(accountId, corrected);
    this.#note(accountId, corrected, corrected.state);
  }

  device(device: Device): void {
    this.#devices = new Map(this.#devices).set(device.id, device);
  }

  /** @throws Fault `flow/last-factor` when an account would be left with no way in that its owner did not knowingly give up. */
  finish<W extends World>(world: W, consents: readonly string[]): W {
    for (const accountId of new Set(this.#changes.map((change) => change.accountId))) {
      const had = this.#before.account.get(accountId)?.factors.some(isDailyWay) ?? false;
      const has = this.#accounts.get(accountId)?.factors.some(isDailyWay) ?? false;
      const toldLost = this.#changes.some((change) => change.accountId === accountId && change.to === 'lost');
      if (had && !has && !toldLost && !consents.includes(`last-factor:${accountId}`)) {
        throw new Fault('flow/last-factor');
      }
    }
    return { ...world, account: this.#accounts, device: this.#devices };
  }

  #factor(accountId: string, factorId: string): Factor {
    const factor = accountIn(this.#accounts, accountId).factors.find(({ id }) => id === factorId);
    if (!factor) throw new Fault('factor/not-found');
    return factor;
  }

  #put(accountId: string, factor: Factor): void {
    this.#set(withFactor(accountIn(this.#accounts, accountId), factor));
  }

  #set(account: Account): void {
    this.#accounts = new Map(this.#accounts).set(account.id, account);
  }

  #note(accountId: string, factor: Factor, from: FactorState | null): void {
    const { id: factorId, sort, state: to } = factor;
    this.#changes.push({ accountId, factorId, sort, from, to, shown: shownName(factor) });
  }
}
