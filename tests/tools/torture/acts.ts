/** What is being done to the vault when it is killed: one line an act. */
import { writePayload } from '../../../utils/backup/payload.ts';
import { makeAccount } from '../../support/test-vault.ts';
import type { Change, Ledger } from './ledger.ts';
import type { Victim } from './victim.ts';

export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  roll(below: number): number;
}

export const KEK_BASE64 = Buffer.alloc(32, 7).toString('base64');
const MOST_ACCOUNTS = 250;
const IMPORTED_AT_ONCE = 12;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export interface Scene {
  readonly victim: Victim;
  readonly ledger: Ledger;
  readonly dice: Dice;
  /** A new word at each call. */
  word(): string;
}

type Act = (scene: Scene) => Promise<void>;

async function noted(ledger: Ledger, change: Change, work: () => Promise<unknown>): Promise<void> {
  ledger.begin(change);
  await work();
  ledger.confirm(change);
}

const some = ({ ledger, dice }: Scene, present: boolean) => {
  const ids = ledger.ids(present);
  return ids[dice.roll(ids.length)];
};

const add: Act = async ({ victim, ledger, dice, word }) => {
  if (ledger.ids(true).length >= MOST_ACCOUNTS) return;
  const service = word();
  const secret = Array.from({ length: 32 }, () => LETTERS[dice.roll(32)]).join('');
  const otp = { kind: 'totp', secret, hash: 'SHA1', digits: 6, periodSeconds: 30 };
  // Which id it gets is known only from the answer: without one there is nothing that was confirmed.
  const { accountId } = await victim.ask<{ accountId: string }>('bind.save', {
    draft: { service, login: 'ann', otp },
  });
  ledger.confirm({ sort: 'add', ids: [accountId], name: service });
};

const rename: Act = async (scene) => {
  const { victim, ledger, word } = scene;
  const accountId = some(scene, true);
  if (accountId === undefined) return;
  const service = word();
  await noted(ledger, { sort: 'rename', ids: [accountId], name: service }, () =>
    victim.ask('accounts.rename', { accountId, service, login: 'ann' }),
  );
};

const remove: Act = async (scene) => {
  const accountId = some(scene, true);
  if (accountId === undefined) return;
  await noted(scene.ledger, { sort: 'delete', ids: [accountId] }, () =>
    scene.victim.ask('accounts.delete', { accountId }),
  );
};

const bringBack: Act = async (scene) => {
  const accountId = some(scene, false);
  if (accountId === undefined) return;
  await noted(scene.ledger, { sort: 'undelete', ids: [accountId] }, () =>
    scene.victim.ask('accounts.undelete', { accountId }),
  );
};

/** The same code path as every import: several accounts, all of them or none. */
const importSome: Act = async ({ victim, ledger, word }) => {
  if (ledger.ids(true).length >= MOST_ACCOUNTS) return;
  const service = word();
  const accounts = Array.from({ length: IMPORTED_AT_ONCE }, () => makeAccount({ id: word(), service }));
  const payload = writePayload({ accounts }, { nowMs: 1_795_181_383_000, version: '0' });
  await noted(ledger, { sort: 'add', ids: accounts.map(({ id }) => id), name: service }, () =>
    victim.ask('backup.restore', { payload }),
  );
};

/** A new root key under everything. The way in stays the same. */
const rotate: Act = async ({ victim }) => {
  const { slots } = await victim.ask<{ slots: { id: string }[] }>('vault.status', {});
  await victim.ask('vault.rotate', { keks: slots.map(({ id }) => ({ slotId: id, kekBase64: KEK_BASE64 })) });
};

/** One account as an earlier state had it. What it is called then is what that state says. */
const takeBack: Act = async (scene) => {
  const { victim, ledger } = scene;
  const [state] = await victim.ask<{ generation: number }[]>('states.list', {});
  const accountId = some(scene, true);
  if (state === undefined || accountId === undefined) return;
  const { generation } = state;
  const held = await victim.ask<{ accountId: string; service: string }[]>('states.look', { generation });
  const then = held.find((account) => account.accountId === accountId);
  if (then === undefined) return;
  await noted(ledger, { sort: 'rename', ids: [accountId], name: then.service }, () =>
    victim.ask('states.takeBack', { generation, accountIds: [accountId] }),
  );
};

const OFTEN = [add, add, add, rename, rename, rename];
/** Each as often as it stands here. */
export const ACTS: readonly Act[] = [...OFTEN, ...OFTEN, remove, bringBack, importSome, takeBack, rotate];
