/** Hides how long a record is: ISO/IEC 7816-4 padding (0x80, then zeros) up to a few fixed sizes. */
const SMALL_SIZES = [256, 512, 1024, 2048, 4096];
const STEP = 4096;

function paddedLength(length: number): number {
  return SMALL_SIZES.find((size) => length < size) ?? (Math.floor(length / STEP) + 1) * STEP;
}

export function pad(plain: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedLength(plain.length));
  padded.set(plain);
  padded[plain.length] = 0x80;
  return padded;
}

/** @returns null when this was never padded. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  const end = padded.lastIndexOf(0x80);
  if (end < 0) return null;
  for (let i = end + 1; i < padded.length; i++) if (padded[i] !== 0) return null;
  return padded.subarray(0, end);
}
