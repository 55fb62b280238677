/** Names what a file is that is no backup of ours, so that the person sees which file they picked. Never its contents. */

const MAGIC: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['kdbx', [0x03, 0xd9, 0xa2, 0x9a]],
];

const STARTS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['age-identity', /^(# created: .*\s+# public key: .*\s+)?AGE-SECRET-KEY-/],
  ['pgp', /^-----BEGIN PGP/],
  ['otpauth', /^otpauth(-migration)?:\/\//],
  ['html', /^<(!doctype html|html)/i],
  ['xml', /^<\?xml/],
  ['json', /^[[{]/],
];

const LOOKED_AT_BYTES = 512;

/** @returns a word for the kind of file, or undefined when it is none we know. */
export function fileKindOf(file: Uint8Array): string | undefined {
  const magic = MAGIC.find(([, bytes]) => bytes.every((byte, at) => file[at] === byte));
  if (magic) return magic[0];
  const text = new TextDecoder().decode(file.subarray(0, LOOKED_AT_BYTES)).trimStart();
  return STARTS.find(([, pattern]) => pattern.test(text))?.[0];
}
