/** Yandex Key: eight letters from a key made of PIN and secret. Source: Aegis, YAOTP.java and YandexInfo.java. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { decodeBase32 } from '../encoding/base32.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { stepOf } from './hotp-text.ts';
import type { OtpKind, OtpParameters } from './kind.ts';
import { pin, secretBase32 } from './schema-parts.ts';

/** A typed secret has ten more bytes: a user id and a checksum, which do not enter the code. */
const SECRET_BYTES = 16;

export const yandex: OtpKind = {
  id: 'yandex',
  moves: 'time',
  usual: { hash: 'SHA256', digits: 8, periodSeconds: 30 },
  fixed: true,
  needsPin: true,
  secretText: 'base32',
  address: 'otpauth://yaotp',
  service: 'Yandex',
  schema: v.object({
    kind: v.literal('yandex'),
    secretBase32: v.pipe(secretBase32, v.minLength(26)),
    hash: v.literal('SHA256'),
    digits: v.literal(8),
    periodSeconds: v.literal(30),
    pin,
  }),
  codeAt(parameters, nowMs) {
    const { step, validUntilMs } = stepOf(parameters, nowMs);
    const message = new Uint8Array(8);
    new DataView(message.buffer).setBigUint64(0, BigInt(step));
    const digest = hmac(sha256, keyOf(parameters), message);
    const offset = (digest.at(-1) ?? 0) & 15;
    const number =
      new DataView(digest.buffer, digest.byteOffset + offset, 8).getBigUint64(0) & (2n ** 63n - 1n);
    return { text: letters(number, parameters.digits), validUntilMs };
  },
};

function keyOf({ secretBase32: secret, pin: typedPin }: OtpParameters): Uint8Array {
  if (typedPin === undefined) throw new Fault('otp/missing-pin');
  const pinBytes = encodeUtf8(typedPin);
  const mixed = new Uint8Array(pinBytes.length + SECRET_BYTES);
  mixed.set(pinBytes);
  mixed.set(decodeBase32(secret).subarray(0, SECRET_BYTES), pinBytes.length);
  const key = sha256(mixed);
  return key[0] === 0 ? key.subarray(1) : key;
}

function letters(number: bigint, count: number): string {
  let text = '';
  for (let left = number; text.length < count; left /= 26n) {
    text = String.fromCharCode(97 + Number(left % 26n)) + text;
  }
  return text;
}
