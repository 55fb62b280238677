/** Says what a scanned text is when it is no one-time code, so that people learn why it does not work here. */
import { cleanBase32, isWholeBase32 } from '../encoding/base32.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';

export type Foreign =
  | 'empty'
  | 'microsoft-phonefactor'
  | 'duo-activation'
  | 'passkey'
  | 'wifi'
  | 'vcard'
  | 'message'
  | 'phone'
  | 'place'
  | 'bare-secret'
  | 'web-address'
  | 'app-link'
  | 'text';

/** First match counts. */
const BY_SHAPE: readonly (readonly [Foreign, RegExp])[] = [
  ['empty', /^$/],
  ['microsoft-phonefactor', /^phonefactor:/i],
  ['duo-activation', /^duo:\/\/|^https:\/\/[^/]+\.duosecurity\.com\//i],
  // CTAP 2.2 §11.5: decimal digits behind the scheme.
  ['passkey', /^fido:\/?\d/i],
  ['wifi', /^wifi:/i],
  ['vcard', /^(?:begin:vcard|mecard:|bizcard:)/i],
  ['message', /^(?:mailto|smsto|sms|matmsg|mmsto):/i],
  ['phone', /^tel:/i],
  ['place', /^geo:/i],
  ['web-address', /^(?:https?:\/\/|www\.)\S/i],
  ['app-link', /^[a-z][a-z0-9+.-]*:(?:\/\/|\S)/i],
];

export function nameForeign(text: string): Foreign {
  const trimmed = text.trim();
  if (isDuoActivation(trimmed)) return 'duo-activation';
  const shape = BY_SHAPE.find(([, pattern]) => pattern.test(trimmed));
  if (shape !== undefined) return shape[0];
  return isBareSecret(trimmed) ? 'bare-secret' : 'text';
}

/** A secret and nothing else, as sites show it for typing. */
export function isSecretAlone(text: string): boolean {
  return nameForeign(text) === 'bare-secret';
}

/** `activation code-host in base64`; the host is `api-….duosecurity.com`, which begins with `YXBpL` in base64. */
function isDuoActivation(text: string): boolean {
  return /^[A-Za-z0-9]{12,}-YXBpL[A-Za-z0-9+/=_-]+$/.test(text);
}

/** Words of a sentence can be base32 by chance: a secret has a digit, or is all in upper case. */
function isBareSecret(text: string): boolean {
  if (/[a-z]/.test(text) && !/[2-7]/.test(text)) return false;
  try {
    const clean = cleanBase32(text);
    return clean.length >= 16 && isWholeBase32(clean);
  } catch (error) {
    if (isMalformedText(error)) return false;
    throw error;
  }
}
