/** How a factor is named to its owner without a secret: a masked number or address, else the owner's own name for it. */
import type { Factor } from './factor.ts';
import { maskPhone } from './phone.ts';

export function shownName(factor: Factor): string {
  if (factor.sort === 'phone') return maskPhone(factor.numberE164);
  if (factor.sort === 'email') return maskEmail(factor.address);
  return factor.label;
}

/** `a***@example.com`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${[...address][0]}***${address.slice(at)}`;
}
