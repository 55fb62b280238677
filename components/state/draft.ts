/** The form of one account being added: what is typed, the code it gives now, and what is wrong with it. */
import { type Signal, signal } from '@preact/signals';
import { type FaultCode, isFault } from '../../utils/fault.ts';
import { send } from '../../utils/platform/send.ts';
import type { BindDraftView } from '../../utils/views.ts';
import type { Draft } from './bind.ts';

export interface DraftFields {
  readonly service: Signal<string>;
  readonly login: Signal<string>;
  readonly secret: Signal<string>;
  readonly kind: Signal<string>;
  readonly hash: Signal<string>;
  readonly digits: Signal<string>;
  readonly periodSeconds: Signal<string>;
  readonly counter: Signal<string>;
}

export const HASHES_OFFERED = ['SHA1', 'SHA256', 'SHA512'] as const;

/** Which field a fault speaks of; null for the form as a whole. */
const FIELD_OF: Partial<Record<FaultCode, keyof DraftFields>> = {
  'otp/malformed-secret': 'secret',
  'otp/secret-too-short': 'secret',
  'otp/unknown-kind': 'kind',
  'otp/unknown-algorithm': 'hash',
  'otp/bad-digits': 'digits',
  'otp/bad-period': 'periodSeconds',
  'otp/bad-counter': 'counter',
};

export function draftFields(start: BindDraftView | null): DraftFields {
  const otp = start?.otp;
  return {
    service: signal(start?.service ?? ''),
    login: signal(start?.login ?? ''),
    secret: signal(otp?.secret ?? ''),
    kind: signal(otp?.kind ?? 'totp'),
    hash: signal(otp?.hash ?? 'SHA1'),
    digits: signal(String(otp?.digits ?? 6)),
    periodSeconds: signal(String(otp?.periodSeconds ?? 30)),
    counter: signal(String(otp?.counter ?? 0)),
  };
}

export function draftOf(fields: DraftFields, start: BindDraftView | null): Draft {
  const kind = fields.kind.value;
  const pin = start?.otp.pin;
  return {
    service: fields.service.value.trim(),
    login: fields.login.value.trim(),
    otp: {
      kind,
      secret: fields.secret.value,
      hash: fields.hash.value,
      digits: Number(fields.digits.value),
      ...(kind === 'hotp'
        ? { counter: Number(fields.counter.value) }
        : { periodSeconds: Number(fields.periodSeconds.value) }),
      ...(pin === undefined ? {} : { pin }),
    },
  };
}

export function faultField(fault: FaultCode | null): keyof DraftFields | null {
  return fault === null ? null : (FIELD_OF[fault] ?? null);
}

export interface Checked {
  readonly view: BindDraftView | null;
  readonly fault: FaultCode | null;
}

/** Nothing is written. A fault here is an answer: the form is not finished yet. */
export async function checkDraft(draft: Draft): Promise<Checked> {
  if (draft.otp.secret.trim() === '') return { view: null, fault: null };
  try {
    return { view: await send('bind.check', { draft }), fault: null };
  } catch (error) {
    if (isFault(error)) return { view: null, fault: error.code };
    throw error;
  }
}
