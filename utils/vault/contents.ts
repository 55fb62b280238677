/** What an open vault holds, and the pure edits on it. A record that an edit did not touch keeps its identity. */
import type { Account } from '../accounts/account.ts';
import type { Device } from '../factors/device.ts';
import type { FlowRun } from '../flows/run-record.ts';
import { withChanges } from './layered.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Record types are stored: never rename. A new one is one line here. */
export interface RecordBodies {
  readonly account: Account;
  /** Small facts about the vault itself, by name: when a backup was last saved, which code was used where. */
  readonly fact: Json;
  readonly device: Device;
  readonly flowRun: FlowRun;
}
export type RecordType = keyof RecordBodies;
export const RECORD_TYPES: readonly RecordType[] = ['account', 'fact', 'device', 'flowRun'];

export type Contents = { readonly [T in RecordType]: ReadonlyMap<string, RecordBodies[T]> };

export const EMPTY_CONTENTS: Contents = {
  account: new Map(),
  fact: new Map(),
  device: new Map(),
  flowRun: new Map(),
};

/** How many accounts are not in the trash. */
export function countLive({ account }: Contents): number {
  let live = 0;
  for (const { deletedAtMs } of account.values()) live += Number(deletedAtMs === null);
  return live;
}

/** @returns the contents with this record put in place of any other of its id. */
export function withRecord<T extends RecordType>(
  contents: Contents,
  type: T,
  id: string,
  body: RecordBodies[T],
): Contents {
  return { ...contents, [type]: withChanges<RecordBodies[T]>(contents[type], new Map([[id, body]])) };
}

export function withoutRecord(contents: Contents, type: RecordType, id: string): Contents {
  return {
    ...contents,
    [type]: withChanges<unknown>(contents[type], new Map([[id, undefined]])),
  } as Contents;
}
