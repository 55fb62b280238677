/** All flows. A new one is its file and its line here; its words are under `flow.<id>` in the locale files. */
import { bind } from './bind.ts';
import { change } from './change.ts';
import { checkUp } from './check-up.ts';
import type { Flow } from './flow.ts';
import { lostKey } from './lost-key.ts';
import { lostPhone } from './lost-phone.ts';
import { newCodes } from './new-codes.ts';
import { retireSms } from './retire-sms.ts';
import { unbind } from './unbind.ts';

export const FLOWS: readonly Flow[] = [
  bind,
  change,
  unbind,
  retireSms,
  lostPhone,
  lostKey,
  newCodes,
  checkUp,
];

/** @returns null for one of a later version. */
export function flowOf(id: string): Flow | null {
  return FLOWS.find((flow) => flow.id === id) ?? null;
}
