/** Opens a KeePass database with its passphrase. Source: keepass.info/help/kb/kdbx.html; KeePassXC, `Kdbx4Reader`. */
import { cbc } from '@noble/ciphers/aes.js';
import { chacha20 } from '@noble/ciphers/chacha.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { macOf, sameBytes } from '../../crypto/derive.ts';
import { openTwofishCbc } from '../../crypto/twofish.ts';
import { encodeHex } from '../../encoding/hex.ts';
import { Fault } from '../../fault.ts';
import type { OpenedFile } from '../opened-file.ts';
import { Bytes, joined, numberIn, u64Bytes } from './bytes.ts';
import { type KdbxHeader, readHeader } from './header.ts';
import { type InnerStream, innerStream } from './inner-stream.ts';
import { transformedKey } from './transform.ts';
import { unpacked } from './unpack.ts';

export interface OpenedKdbx {
  readonly xml: Uint8Array;
  /** To be asked for each protected value, in the order of the document. */
  readonly unmask: InnerStream;
  /** Of the head of the file; version 3 has it in the document once more, where nobody can change it. */
  readonly headerDigest: Uint8Array;
}

type Opened = Omit<OpenedKdbx, 'headerDigest'>;
type OpenCipher = (key: Uint8Array, iv: Uint8Array, sealed: Uint8Array) => Uint8Array;

const CIPHERS: Readonly<Record<string, OpenCipher>> = {
  '31c1f2e6bf714350be5805216afc5aff': (key, iv, sealed) => cbc(key, iv).decrypt(sealed),
  d6038a2b8b6f4cb5a524339a31dbb59a: (key, iv, sealed) => chacha20(key, iv, sealed),
  ad68f29f576f4bb9a36ad47af965346c: (key, iv, sealed) => withoutPadding(openTwofishCbc(key, iv, sealed)),
};

/**
 * @throws Fault `import/wrong-passphrase`, `import/malformed`, `import/too-costly`, `import/newer`,
 *   `import/unreadable-kind` (detail: what it is).
 */
export async function openKdbx(
  file: OpenedFile,
  passphrase: string,
  keyFile: OpenedFile | null,
): Promise<OpenedKdbx> {
  const { header, body } = readHeader(file.bytes);
  const open = CIPHERS[header.cipherId];
  if (open === undefined) throw new Fault('import/unreadable-kind', 'cipher');
  const transformed = await transformedKey(file.tools, passphrase, keyFile, header.kdf);
  const read = header.major === 3 ? open3 : open4;
  return { ...read(header, body, transformed, open), headerDigest: sha256(header.bytes) };
}

function open3(header: KdbxHeader, body: Uint8Array, key: Uint8Array, open: OpenCipher): Opened {
  const plain = new Bytes(opened(open, sha256(concatBytes(header.masterSeed, key)), header.iv, body));
  if (header.streamStart.length !== 32 || !sameBytes(plain.take(32), header.streamStart))
    throw new Fault('import/wrong-passphrase');
  const blocks: Uint8Array[] = [];
  for (;;) {
    plain.u32();
    const hash = plain.take(32);
    const block = plain.take(plain.u32());
    if (block.length === 0) break;
    if (!sameBytes(sha256(block), hash)) throw new Fault('import/malformed', 'checksum');
    blocks.push(block);
  }
  const xml = header.isPacked ? unpacked(joined(blocks)) : joined(blocks);
  return { xml, unmask: innerStream(header.innerCipher, header.innerKey) };
}

/** A wrong passphrase leaves bytes that do not end as they should. */
function opened(open: OpenCipher, key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Uint8Array {
  try {
    const plain = open(key, iv, sealed);
    if (plain.length >= 32) return plain;
  } catch {
    // Told below.
  }
  throw new Fault('import/wrong-passphrase');
}

const HEADER_BLOCK = 0xffff_ffff_ffff_ffffn;

function open4(header: KdbxHeader, body: Uint8Array, key: Uint8Array, open: OpenCipher): Opened {
  const bytes = new Bytes(body);
  if (!sameBytes(bytes.take(32), sha256(header.bytes))) throw new Fault('import/malformed', 'checksum');
  const macKey = sha512(concatBytes(header.masterSeed, key, Uint8Array.of(1)));
  const macOfBlock = (index: bigint, pieces: readonly Uint8Array[]) =>
    macOf(sha512(concatBytes(u64Bytes(index), macKey)), concatBytes(...pieces));
  if (!sameBytes(bytes.take(32), macOfBlock(HEADER_BLOCK, [header.bytes])))
    throw new Fault('import/wrong-passphrase');
  const blocks: Uint8Array[] = [];
  for (let index = 0n; ; index += 1n) {
    const mac = bytes.take(32);
    const size = bytes.take(4);
    const block = bytes.take(numberIn(size));
    if (!sameBytes(mac, macOfBlock(index, [u64Bytes(index), size, block])))
      throw new Fault('import/malformed', 'checksum');
    if (block.length === 0) break;
    blocks.push(block);
  }
  const plain = openedWhole(open, sha256(concatBytes(header.masterSeed, key)), header.iv, joined(blocks));
  return readInner(new Bytes(header.isPacked ? unpacked(plain) : plain));
}

/** The MAC was right, so whatever is wrong now was wrong when it was written. */
function openedWhole(open: OpenCipher, key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Uint8Array {
  try {
    return open(key, iv, sealed);
  } catch {
    throw new Fault('import/malformed', encodeHex(iv).length === 0 ? 'iv' : 'padding');
  }
}

const INNER = { end: 0, cipher: 1, key: 2 } as const;

function readInner(bytes: Bytes): Opened {
  let cipher = 0;
  let key = new Uint8Array();
  for (;;) {
    const id = bytes.u8();
    const value = bytes.take(bytes.u32());
    if (id === INNER.end) break;
    if (id === INNER.cipher) cipher = numberIn(value);
    if (id === INNER.key) key = Uint8Array.from(value);
  }
  return { xml: bytes.rest(), unmask: innerStream(cipher, key) };
}

/** PKCS #7. */
function withoutPadding(plain: Uint8Array): Uint8Array {
  const count = plain.at(-1) ?? 0;
  const isPadding = count >= 1 && count <= 16 && plain.subarray(-count).every((byte) => byte === count);
  if (!isPadding) throw new Error('no padding');
  return plain.subarray(0, -count);
}
