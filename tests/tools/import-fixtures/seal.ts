/** Seals by Node's own cryptography, which is not ours. Costs are as low as a format allows: these files run in every test. */

import * as nodeCrypto from 'node:crypto';
import { type CipherGCM, createCipheriv, pbkdf2Sync } from 'node:crypto';
import { type Account, CAFE, ISSUU, PASSWORD, SHENZHEN } from './accounts.ts';

/** Always the same bytes: a fixture that changes for no reason hides the one that changes for one. */
export const bytes = (name: string, length: number) => pbkdf2Sync(name, 'fixture', 1, length, 'sha256');

export const password = PASSWORD;

export function gcm(key: Uint8Array, nonce: Uint8Array, content: string | Uint8Array, aad?: string) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce) as CipherGCM;
  if (aad !== undefined) cipher.setAAD(Buffer.from(aad));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag(), whole: Buffer.concat([ciphertext, cipher.getAuthTag()]) };
}

export function cbc(key: Uint8Array, iv: Uint8Array, content: string | Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([cipher.update(content), cipher.final()]);
}

/** Newer than the types we build with. */
export const { argon2Sync } = nodeCrypto as unknown as {
  argon2Sync(algorithm: string, parameters: object): Buffer;
};

export const argon2 = (
  text: string,
  nonce: Uint8Array,
  memory: number,
  passes: number,
  parallelism: number,
  tagLength = 32,
) => argon2Sync('argon2id', { message: Buffer.from(text), nonce, memory, passes, parallelism, tagLength });

export const DENO = {
  service: 'Deno',
  login: 'Mason',
  otp: { kind: 'totp', secretBase32: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, periodSeconds: 30 },
};

export const signed = (bytes: Iterable<number>) =>
  Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));

/** `echo JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP | base32 -d | xxd -p` and so on. */
export const SECRET_HEX: Readonly<Record<string, string>> = {
  [CAFE.otp.secretBase32]: '48656c6c6f21deadbeef48656c6c6f21deadbeef',
  [SHENZHEN.otp.secretBase32]: '546869732069732061205468697320',
  [ISSUU.otp.secretBase32]: 'c39cc45ed2e99be8cc2fa14b654edd67',
};

export const secretBytes = (account: Account) =>
  Buffer.from(SECRET_HEX[String(account.otp.secretBase32)] ?? '', 'hex');
