/** The kinds of code we can compute: one line each. */
import { Fault } from '../fault.ts';
import { battlenet } from './battlenet.ts';
import { hotp } from './hotp.ts';
import type { Code, OtpKind, OtpParameters } from './kind.ts';
import { motp } from './motp.ts';
import { steam } from './steam.ts';
import { totp } from './totp.ts';
import { yandex } from './yandex.ts';

export const KINDS: readonly OtpKind[] = [totp, hotp, steam, motp, yandex, battlenet];

const kindById: ReadonlyMap<string, OtpKind> = new Map(KINDS.map((kind) => [kind.id, kind]));

/** @throws Fault `otp/unknown-kind`. */
export function kindOf({ kind: id }: { readonly kind: string }): OtpKind {
  const kind = kindById.get(id);
  if (kind === undefined) throw new Fault('otp/unknown-kind');
  return kind;
}

/**
 * About 5 µs. Parameters are taken to fit the kind's schema.
 * @throws Fault `otp/unknown-kind`, `otp/missing-pin`.
 */
export function codeOf(parameters: OtpParameters, nowMs: number): Code {
  return kindOf(parameters).codeAt(parameters, nowMs);
}

/** `next` is null for counters: there the next code exists only once this one is used up. @throws as `codeOf`. */
export function codesAround(parameters: OtpParameters, nowMs: number): { now: Code; next: Code | null } {
  const now = codeOf(parameters, nowMs);
  return { now, next: now.validUntilMs === null ? null : codeOf(parameters, now.validUntilMs) };
}
