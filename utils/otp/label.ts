/** Service and login out of the label and the issuer of an address: Google's "Key Uri Format", and what is really written. */
import type { OtpNotice } from './draft.ts';
import { decodePart, decodeQueryPart, encodePart } from './query.ts';

export interface Naming {
  readonly service: string;
  readonly login: string;
  /** The issuer parameter where it names another service than the label. */
  readonly otherIssuer: string | null;
  readonly notices: readonly OtpNotice[];
}

/** Cisco Meraki writes `login@example.com/Meraki`. */
const ACCOUNT_SLASH_SERVICE = /^([^/\s@]+@[^/\s@]+)\/([^/]+)$/;

/** @param issuer decoded; empty when there is none. */
export function readNaming(label: string, issuer: string, impliedService = ''): Naming {
  const [prefix, login] = splitLabel(label.trim(), issuer);
  const service = prefix || issuer || impliedService;
  if (service === '') return { service, login, otherIssuer: null, notices: ['noService'] };
  const differs = issuer !== '' && issuer !== service;
  return { service, login, otherIssuer: differs ? issuer : null, notices: differs ? ['issuerDiffers'] : [] };
}

function splitLabel(label: string, issuer: string): readonly [string, string] {
  // A service may have a colon in its name: where the issuer says so, it is not split there.
  if (issuer !== '' && label.startsWith(`${issuer}:`)) return [issuer, label.slice(issuer.length + 1).trim()];
  const colon = label.indexOf(':');
  if (colon !== -1) return [label.slice(0, colon).trim(), label.slice(colon + 1).trim()];
  const meraki = issuer === '' ? ACCOUNT_SLASH_SERVICE.exec(label) : null;
  return meraki === null ? ['', label] : [meraki[2]?.trim() ?? '', meraki[1] ?? ''];
}

/**
 * A plus in the query is a space, except where the label shows that it is none and at the end, where a space makes no
 * sense (`Disney+`).
 */
export function readIssuer(raw: string, label: string): string {
  const literal = decodePart(raw).trim();
  if (label.startsWith(`${literal}:`)) return literal;
  let end = raw.length;
  while (raw[end - 1] === '+') end -= 1;
  return `${decodeQueryPart(raw.slice(0, end))}${raw.slice(end)}`.trim();
}

/** A colon in front keeps a login that could be taken for `service:login` whole. */
export function writeLabel(service: string, login: string): string {
  if (service !== '') return `${encodePart(service)}:${encodePart(login)}`;
  const ambiguous = login.includes(':') || ACCOUNT_SLASH_SERVICE.test(login);
  return `${ambiguous ? ':' : ''}${encodePart(login)}`;
}
