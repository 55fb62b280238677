/** The keys of the extension "Authenticator": version 1 seals by the password itself, 2 by a stored key, 3 by Argon2id. */

import { sameBytes } from '../crypto/derive.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import { Fault, isFault } from '../fault.ts';
import { base64In, needed } from './cipher.ts';
import { isCryptoJs, openCryptoJs } from './crypto-js.ts';
import { argon2Key } from './derive.ts';
import type { FileTools } from './import-tools.ts';
import { type Fields, fieldOf, isFields, wordsOf } from './shape.ts';

export interface Sealing {
  /** @throws Fault `import/wrong-passphrase`. */
  open(sealed: unknown, keyId: unknown): Uint8Array;
}

/** @throws Fault `import/passphrase-needed`, `import/wrong-passphrase` when it opens nothing at all. */
export async function sealingOf(
  tools: FileTools,
  storage: Fields,
  items: readonly Fields[],
  passphrase: string | null,
): Promise<Sealing> {
  const sealed = items.filter((item) => item.encrypted === true || item.dataType === 'EncOTPStorage');
  if (sealed.length === 0) return { open: () => new Uint8Array() };
  const password = needed(passphrase);
  const keys = Object.values(storage).filter((value) => fieldOf(value, 'dataType') === 'Key') as Fields[];
  const stored = isFields(storage.key) ? storage.key : storage;
  const sealing =
    keys.length > 0
      ? await sealingByKeys(tools, keys, password)
      : isCryptoJs(stored.enc)
        ? await sealingByStoredKey(tools, stored, password)
        : sealingBy(() => password, looksLikeSecret);
  if (!sealed.some((item) => opens(sealing, item))) throw new Fault('import/wrong-passphrase');
  return sealing;
}

function opens(sealing: Sealing, item: Fields): boolean {
  try {
    sealing.open(item.dataType === 'EncOTPStorage' ? item.data : item.secret, item.keyId);
    return true;
  } catch (error) {
    if (!isFault(error)) throw error;
    return false;
  }
}

/** @param isPlausible what a wrong passphrase, which passes the padding now and then, would not give. */
function sealingBy(
  keyOf: (id: unknown) => string | undefined,
  isPlausible: (text: string) => boolean,
): Sealing {
  return {
    open(sealed, keyId) {
      const key = keyOf(keyId);
      if (key === undefined) throw new Fault('import/wrong-passphrase');
      const bytes = openCryptoJs(sealed, key);
      if (!isPlausible(new TextDecoder().decode(bytes))) throw new Fault('import/wrong-passphrase');
      return bytes;
    },
  };
}

/** The extension's own test. */
const looksLikeSecret = (text: string) =>
  text.length >= 8 &&
  (/^[a-z2-7]+=*$/i.test(text) || /^[0-9a-f]+$/i.test(text) || /^(bli?z|stm)-/.test(text));

async function sealingByKeys(tools: FileTools, keys: readonly Fields[], password: string): Promise<Sealing> {
  const byId = new Map<unknown, string>();
  for (const { id, salt, hash } of keys) {
    const salted = encodeUtf8(wordsOf(salt));
    const derived = await argon2Key(tools, password, salted, { memoryKib: 19_456, passes: 2, lanes: 1 });
    const text = encodeBase64(derived).replace(/=+$/, '');
    if (await fits(tools, text, hash)) byId.set(id, text);
  }
  if (byId.size === 0) throw new Fault('import/wrong-passphrase');
  return sealingBy(
    (id) => byId.get(id),
    (text) => text.startsWith('{'),
  );
}

/** The stored key is random; what opens the secrets is its text in hexadecimal. */
async function sealingByStoredKey(
  tools: FileTools,
  { enc, hash }: Fields,
  password: string,
): Promise<Sealing> {
  const key = encodeHex(openCryptoJs(enc, password));
  if (!(await fits(tools, key, hash)) && !(await fits(tools, decodedOr(key), hash)))
    throw new Fault('import/wrong-passphrase');
  return sealingBy(() => key, looksLikeSecret);
}

function decodedOr(hex: string): string {
  try {
    return decodeUtf8(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  } catch {
    return hex;
  }
}

const ENCODED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Other hashes are of versions that nobody describes: there the secrets themselves tell. */
async function fits(tools: FileTools, text: string, encoded: unknown): Promise<boolean> {
  const [, m, t, p, salt, hash] = ENCODED.exec(wordsOf(encoded)) ?? [];
  if (hash === undefined) return true;
  const expected = base64In(hash);
  const cost = { memoryKib: Number(m), passes: Number(t), lanes: Number(p), bytes: expected.length };
  return sameBytes(await argon2Key(tools, text, base64In(salt), cost), expected);
}
