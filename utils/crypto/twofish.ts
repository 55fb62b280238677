/**
 * The Twofish block cipher and its CBC mode, for reading KeePass databases that use it. Written to the paper (Schneier et al.,
 * "Twofish: A 128-Bit Block Cipher", 1998); names follow it. Nothing of ours is encrypted with it.
 */
const BLOCK_BYTES = 16;
const ROUNDS = 16;
const MDS_POLYNOMIAL = 0x169;
const RS_POLYNOMIAL = 0x14d;

// The four-bit tables that make the permutations q0 and q1 (§4.3.5).
const Q0 = ['817d6f320b59eca4', 'ecb81235f4a6709d', 'ba5e6d90c8f32471', 'd7f4126e9b3085ca'];
const Q1 = ['28bdf76e31940ac5', '1e2b4c376da5f908', '4c75169a0ed82b3f', 'b951c3de647f208a'];
const Q = [permutationOf(Q0), permutationOf(Q1)] as const;

const MDS = [
  [0x01, 0xef, 0x5b, 0x5b],
  [0x5b, 0xef, 0xef, 0x01],
  [0xef, 0x5b, 0x01, 0xef],
  [0xef, 0x01, 0xef, 0x5b],
] as const;
const RS = [
  [0x01, 0xa4, 0x55, 0x87, 0x5a, 0x58, 0xdb, 0x9e],
  [0xa4, 0x56, 0x82, 0xf3, 0x1e, 0xc6, 0x68, 0xe5],
  [0x02, 0xa1, 0xfc, 0xc1, 0x47, 0xae, 0x3d, 0x19],
  [0xa4, 0x55, 0x87, 0x5a, 0x58, 0xdb, 0x9e, 0x03],
] as const;
/** Which of q0 and q1 each byte passes, by the word of the key that follows; the last row comes behind the first word. */
const Q_ORDER = [
  [1, 0, 1, 0],
  [0, 0, 1, 1],
  [0, 1, 0, 1],
  [1, 1, 0, 0],
  [1, 0, 0, 1],
] as const;

export interface Twofish {
  encryptBlock(block: Uint8Array): Uint8Array;
  decryptBlock(block: Uint8Array): Uint8Array;
}

/** @param key 16, 24 or 32 bytes. */
export function twofish(key: Uint8Array): Twofish {
  if (![16, 24, 32].includes(key.length)) throw new Error('a Twofish key has 16, 24 or 32 bytes');
  const { subkeys, boxes } = scheduleOf(key);
  const g = (word: number) =>
    (at(boxes[0], word & 255) ^
      at(boxes[1], (word >>> 8) & 255) ^
      at(boxes[2], (word >>> 16) & 255) ^
      at(boxes[3], word >>> 24)) >>>
    0;

  const encrypt = (words: number[]) => {
    let [a = 0, b = 0, c = 0, d = 0] = words.map((word, i) => word ^ at(subkeys, i));
    for (let round = 0; round < ROUNDS; round += 1) {
      const t0 = g(a >>> 0);
      const t1 = g(rotateLeft(b, 8));
      const f0 = (t0 + t1 + at(subkeys, 2 * round + 8)) | 0;
      const f1 = (t0 + 2 * t1 + at(subkeys, 2 * round + 9)) | 0;
      [a, b, c, d] = [rotateRight(c ^ f0, 1), rotateLeft(d, 1) ^ f1, a, b];
    }
    return [c, d, a, b].map((word, i) => word ^ at(subkeys, i + 4));
  };

  const decrypt = (words: number[]) => {
    let [c = 0, d = 0, a = 0, b = 0] = words.map((word, i) => word ^ at(subkeys, i + 4));
    for (let round = ROUNDS - 1; round >= 0; round -= 1) {
      const t0 = g(c >>> 0);
      const t1 = g(rotateLeft(d, 8));
      const f0 = (t0 + t1 + at(subkeys, 2 * round + 8)) | 0;
      const f1 = (t0 + 2 * t1 + at(subkeys, 2 * round + 9)) | 0;
      [a, b, c, d] = [c, d, rotateLeft(a, 1) ^ f0, rotateRight(b ^ f1, 1)];
    }
    return [a, b, c, d].map((word, i) => word ^ at(subkeys, i));
  };

  return {
    encryptBlock: (block) => bytesOf(encrypt(wordsOf(block))),
    decryptBlock: (block) => bytesOf(decrypt(wordsOf(block))),
  };
}

/** CBC without looking at the padding. @returns as many bytes as there are in `sealed`, which are whole blocks. */
export function openTwofishCbc(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Uint8Array {
  const cipher = twofish(key);
  const plain = new Uint8Array(sealed.length);
  let before = iv;
  for (let start = 0; start < sealed.length; start += BLOCK_BYTES) {
    const block = sealed.subarray(start, start + BLOCK_BYTES);
    const opened = cipher.decryptBlock(block);
    for (let i = 0; i < BLOCK_BYTES; i += 1) plain[start + i] = at(opened, i) ^ at(before, i);
    before = block;
  }
  return plain;
}

function scheduleOf(key: Uint8Array): { subkeys: Uint32Array; boxes: readonly Uint32Array[] } {
  const words = wordsOf(key);
  const even = words.filter((_, i) => i % 2 === 0);
  const odd = words.filter((_, i) => i % 2 === 1);
  const subkeys = new Uint32Array(40);
  const step = 0x01010101;
  for (let i = 0; i < 20; i += 1) {
    const a = h(2 * i * step, even);
    const b = rotateLeft(h((2 * i + 1) * step, odd), 8);
    subkeys[2 * i] = a + b;
    subkeys[2 * i + 1] = rotateLeft((a + 2 * b) | 0, 9);
  }
  const sBoxWords = even.map((_, i) => remainderOf(key.subarray(8 * i, 8 * i + 8))).reverse();
  const boxes = [0, 1, 2, 3].map((place) =>
    Uint32Array.from({ length: 256 }, (_, byte) => column(place, through(place, byte, sBoxWords))),
  );
  return { subkeys, boxes };
}

function h(word: number, list: readonly number[]): number {
  let mixed = 0;
  for (let place = 0; place < 4; place += 1) {
    mixed ^= column(place, through(place, (word >>> (8 * place)) & 255, list));
  }
  return mixed >>> 0;
}

/** One byte through the q permutations, keyed by the words of the list, last one first. */
function through(place: number, byte: number, list: readonly number[]): number {
  let value = byte;
  for (let i = list.length - 1; i >= 0; i -= 1) {
    value = at(q(i + 1, place), value) ^ ((at(list, i) >>> (8 * place)) & 255);
  }
  return at(q(0, place), value);
}

function q(row: number, place: number): Uint8Array {
  return Q[Q_ORDER[row]?.[place] ?? 0] as Uint8Array;
}

/** A byte times one column of the MDS matrix, as a word. */
function column(place: number, byte: number): number {
  return MDS.reduce(
    (word, row, i) => (word | (times(row[place] ?? 0, byte, MDS_POLYNOMIAL) << (8 * i))) >>> 0,
    0,
  );
}

/** Eight bytes of key to one word of the S-boxes. */
function remainderOf(bytes: Uint8Array): number {
  return RS.reduce((word, row, i) => {
    const byte = row.reduce((sum, factor, k) => sum ^ times(factor, at(bytes, k), RS_POLYNOMIAL), 0);
    return (word | (byte << (8 * i))) >>> 0;
  }, 0);
}

/** Multiplication in GF(2^8). */
function times(a: number, b: number, polynomial: number): number {
  let product = 0;
  let shifted = a;
  for (let bits = b; bits > 0; bits >>>= 1) {
    if (bits & 1) product ^= shifted;
    shifted <<= 1;
    if (shifted & 0x100) shifted ^= polynomial;
  }
  return product;
}

function permutationOf(tables: readonly string[]): Uint8Array {
  const [t0, t1, t2, t3] = tables.map((table) => [...table].map((digit) => Number.parseInt(digit, 16)));
  const half = (a: number, b: number) => (a ^ ((b >>> 1) | ((b & 1) << 3)) ^ (8 * a)) & 15;
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    const [a0, b0] = [byte >>> 4, byte & 15];
    const [a2, b2] = [at(t0 ?? [], a0 ^ b0), at(t1 ?? [], half(a0, b0))];
    return (at(t3 ?? [], half(a2, b2)) << 4) | at(t2 ?? [], a2 ^ b2);
  });
}

/** Little-endian. */
function wordsOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}

function bytesOf(words: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  return new Uint8Array(view.buffer);
}

function at(list: ArrayLike<number> | undefined, index: number): number {
  return list?.[index] ?? 0;
}

function rotateLeft(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}

function rotateRight(word: number, bits: number): number {
  return ((word >>> bits) | (word << (32 - bits))) >>> 0;
}
