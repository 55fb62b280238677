/** A fault in words. The compiler asks for words for every code. */
import type { FaultCode } from '../utils/fault.ts';
import { FAULT_CODES } from '../utils/fault.ts';
import { type MessageKey, t } from './text/i18n.ts';

const keyOf = (code: FaultCode): `fault.${FaultCode}` => `fault.${code}` satisfies MessageKey;

export function faultText(code: FaultCode): string {
  return t(keyOf(code));
}

/** For codes that crossed a message as plain text. */
export function faultTextOf(code: string): string {
  return faultText(FAULT_CODES.find((known) => known === code) ?? 'unexpected');
}
