/** cotp, a command-line authenticator: its export, and its sealed database. Source: replydev/cotp, `crypto/cryptography.rs`. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import * as v from 'valibot';
import { decodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { argon2Key } from './derive.ts';
import { entryOf, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { FileTools } from './import-tools.ts';
import type { ImportEntry, Importer } from './importer.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');

const elementShape = v.looseObject({
  type: v.string(),
  issuer: text,
  label: text,
  secret: v.optional(v.unknown()),
  algorithm: v.optional(v.unknown()),
  digits: v.optional(v.unknown()),
  period: v.optional(v.unknown()),
  counter: v.optional(v.unknown()),
  pin: v.optional(v.unknown()),
});
const exportShape = v.looseObject({ version: v.number(), elements: v.array(v.unknown()) });
const sealedShape = v.strictObject({
  version: v.number(),
  nonce: v.string(),
  salt: v.string(),
  cipher: v.string(),
});

const COST = { memoryKib: 32_768, passes: 4, lanes: 4 };

export const cotp: Importer = {
  id: 'cotp',
  name: 'cotp',

  recognises: ({ json }) => v.is(exportShape, json) || v.is(sealedShape, json),

  async read(file, passphrase) {
    const sealed = v.safeParse(sealedShape, file.json);
    const json = sealed.success
      ? file.inside(await opened(file.tools, sealed.output, passphrase)).json
      : file.json;
    const parsed = v.safeParse(exportShape, json);
    if (!parsed.success) throw new Fault('import/malformed', 'elements');
    return readEach(parsed.output.elements, 'elements', readElement, nameOf);
  },
};

async function opened(
  tools: FileTools,
  { nonce, salt, cipher }: v.InferOutput<typeof sealedShape>,
  passphrase: string | null,
): Promise<Uint8Array> {
  if (passphrase === null) throw new Fault('import/passphrase-needed');
  const [saltBytes, nonceBytes, bytes] = [salt, nonce, cipher].map(bytesIn) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const key = await argon2Key(tools, passphrase, saltBytes, COST);
  try {
    return xchacha20poly1305(key, nonceBytes).decrypt(bytes);
  } catch {
    throw new Fault('import/wrong-passphrase');
  }
}

function bytesIn(base64: string): Uint8Array {
  try {
    return decodeBase64(base64);
  } catch {
    throw new Fault('import/malformed', 'base64');
  }
}

const nameOf = (element: unknown) => (element as { label?: unknown } | null)?.label;

function readElement(element: unknown): ImportEntry {
  const parsed = v.safeParse(elementShape, element);
  if (!parsed.success) throw new Fault('import/malformed', 'element');
  const { type, issuer, label, secret, algorithm, digits, period, counter, pin } = parsed.output;
  const otp = { kind: type, secret, hash: algorithm, digits, periodSeconds: period, counter, pin };
  return entryOf({ service: issuer, login: label, otp: readForeignOtp(otp) });
}
