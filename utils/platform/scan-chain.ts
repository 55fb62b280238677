/**
 * Finds QR codes in pixels, by steps that each cost more, until one finds something. No DOM: a decoder is handed in, so that
 * the same chain runs in the worker and over a folder of images.
 */

export interface Pixels {
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** In pixels of the image that was handed to the decoder. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DecodedCode {
  readonly text: string;
  readonly box: Box;
}

/** `thorough` closes gaps between dots; `coarse` looks at less of it with one brightness for all, for codes on a photograph. */
export type Search = 'plain' | 'thorough' | 'coarse';
export type Decode = (pixels: Pixels, search: Search) => Promise<readonly DecodedCode[]>;

/** The place is in fractions of the image, 0 to 1. */
export interface ScannedCode extends Box {
  readonly text: string;
}

/** Over this a doubled image costs most of a second and finds nothing that the first pass did not. */
const MOST_PIXELS_TO_DOUBLE = 2_000_000;

/** For one picture of many: the next one comes at once, and may be sharper. */
const QUICK_STEPS = 2;

/**
 * @param quick leaves the costly steps out.
 * @returns all codes of the first step that finds any, from top to bottom; empty when there is none.
 */
export async function scanPixels(pixels: Pixels, decode: Decode, quick = false): Promise<ScannedCode[]> {
  const flat = onWhite(pixels);
  for (const step of steps(flat).slice(0, quick ? QUICK_STEPS : undefined)) {
    const found = await decode(step.pixels(), step.search);
    if (found.length > 0) return placed(found, step.scale, flat);
  }
  return [];
}

interface Step {
  readonly scale: number;
  readonly search: Search;
  pixels(): Pixels;
}

function steps(flat: Pixels): Step[] {
  const plain: Step = { scale: 1, search: 'plain', pixels: () => flat };
  const sameSize: Step[] = [plain, { ...plain, search: 'thorough' }];
  const small = flat.width * flat.height < MOST_PIXELS_TO_DOUBLE;
  const doubledOnes: Step[] = small ? [{ scale: 2, search: 'thorough', pixels: () => doubled(flat) }] : [];
  return [
    ...sameSize,
    ...doubledOnes,
    { ...plain, search: 'coarse' },
    { ...plain, pixels: () => stretched(flat) },
    { ...plain, pixels: () => inverted(stretched(flat)) },
  ];
}

/** Decoders look at the colour under a transparent pixel, which is mostly black: a transparent page is white to people. */
function onWhite({ data, width, height }: Pixels): Pixels {
  const flat = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = (data[i + 3] ?? 255) / 255;
    const white = 255 * (1 - alpha);
    for (let channel = i; channel < i + 3; channel += 1) flat[channel] = (data[channel] ?? 0) * alpha + white;
    flat[i + 3] = 255;
  }
  return { data: flat, width, height };
}

/** Twice the size, with the values between neighbours in between. */
function doubled(source: Pixels): Pixels {
  const grey = greyOf(source);
  const width = source.width * 2;
  const height = source.height * 2;
  return painted(width, height, (pixel) => {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const top = (y >> 1) * source.width;
    const below = Math.min((y + 1) >> 1, source.height - 1) * source.width;
    const left = x >> 1;
    const right = Math.min((x + 1) >> 1, source.width - 1);
    return (
      (at(grey, top + left) + at(grey, top + right) + at(grey, below + left) + at(grey, below + right)) / 4
    );
  });
}

/** Spreads what is between the darkest and the lightest hundredth over the whole range. */
function stretched(source: Pixels): Pixels {
  const grey = greyOf(source);
  const counts = new Uint32Array(256);
  for (const value of grey) counts[value] = at(counts, value) + 1;
  const hundredth = grey.length / 100;
  const dark = firstBeyond(counts, hundredth, 0, 1);
  const light = firstBeyond(counts, hundredth, 255, -1);
  const scale = 255 / Math.max(light - dark, 1);
  const range = Uint8ClampedArray.from({ length: 256 }, (_, value) => (value - dark) * scale);
  return painted(source.width, source.height, (pixel) => at(range, at(grey, pixel)));
}

function inverted(source: Pixels): Pixels {
  const grey = greyOf(source);
  return painted(source.width, source.height, (pixel) => 255 - at(grey, pixel));
}

function firstBeyond(counts: Uint32Array, limit: number, from: number, by: 1 | -1): number {
  let value = from;
  for (let seen = at(counts, value); seen < limit && value + by >= 0 && value + by < 256; ) {
    value += by;
    seen += at(counts, value);
  }
  return value;
}

/** @param greyAt a whole number from 0 to 255, or what is truncated to one. */
function painted(width: number, height: number, greyAt: (pixel: number) => number): Pixels {
  const words = new Uint32Array(width * height);
  // Every machine that runs a browser has the lowest byte first: opaque, and three times the same.
  for (let pixel = 0; pixel < words.length; pixel += 1)
    words[pixel] = 0xff000000 | ((greyAt(pixel) | 0) * 0x010101);
  return { data: new Uint8ClampedArray(words.buffer), width, height };
}

/** Rec. 601 luma. */
function greyOf({ data, width, height }: Pixels): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i += 1) {
    grey[i] = 0.299 * at(data, 4 * i) + 0.587 * at(data, 4 * i + 1) + 0.114 * at(data, 4 * i + 2);
  }
  return grey;
}

function at(values: Uint8Array | Uint8ClampedArray | Uint32Array, index: number): number {
  return values[index] ?? 0;
}

function placed(found: readonly DecodedCode[], scale: number, { width, height }: Pixels): ScannedCode[] {
  return found
    .map(({ text, box }) => ({
      text,
      x: box.x / scale / width,
      y: box.y / scale / height,
      width: box.width / scale / width,
      height: box.height / scale / height,
    }))
    .sort((one, other) => one.y - other.y || one.x - other.x);
}

/** The upright box around points of any order. */
export function boxAround(points: readonly { readonly x: number; readonly y: number }[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
