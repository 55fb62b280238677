/** A way in that was there before we were: written down as its owner types it. Secrets are bound, never typed here. */
import { Fault } from '../fault.ts';
import type { Factor, RecordedSort } from './factor.ts';
import { readPhone } from './phone.ts';
import { readRecoveryCodes } from './recovery-codes.ts';

type Bare<T> = T extends Factor
  ? Omit<T, 'id' | 'state' | 'deviceId' | 'addedAtMs' | 'lastUsedAtMs' | 'label'>
  : never;
/** What is proper to its sort; the rest is filled in where it is added. */
export type NewFactor = Bare<Factor> & { readonly deviceId?: string | null; readonly label?: string };

export interface HandMade {
  readonly sort: string;
  readonly value: string;
  /** ISO country of a number without `+`. */
  readonly country: string;
  readonly label: string;
  readonly deviceId: string | null;
}

const RECORDED: readonly RecordedSort[] = [
  'securityKey',
  'passkey',
  'pushApp',
  'qrSignIn',
  'face',
  'securityQuestions',
];

/** By sort. Recorded ones hold nothing but their name. */
const READERS: Readonly<Record<string, (made: HandMade) => NewFactor>> = {
  phone: ({ value, country }) => ({ sort: 'phone', numberE164: readPhone(value, country).numberE164 }),
  email: ({ value }) => ({ sort: 'email', address: readEmail(value) }),
  recoveryCodes: ({ value }) => ({ sort: 'recoveryCodes', codes: codesFrom(value) }),
  ...Object.fromEntries(RECORDED.map((sort) => [sort, (): NewFactor => ({ sort })])),
};

/** @throws Fault `factor/not-found` for a sort that is not written down so, and what the readers throw. */
export function handMadeFactor(made: HandMade): NewFactor {
  const read = Object.hasOwn(READERS, made.sort) ? READERS[made.sort] : undefined;
  if (read === undefined) throw new Fault('factor/not-found');
  return { ...read(made), label: made.label.trim(), deviceId: made.deviceId };
}

/** @throws Fault `email/malformed`. */
export function readEmail(typed: string): string {
  const address = typed.normalize('NFKC').trim();
  if (!/^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(address) || address.length > 254) {
    throw new Fault('email/malformed');
  }
  return address;
}

function codesFrom(text: string) {
  const codes = readRecoveryCodes(text);
  if (codes.length === 0) throw new Fault('codes/none-found');
  return codes.map(({ text: code, isUsed }) => ({ text: code, usedAtMs: isUsed ? 0 : null, usedOn: null }));
}
