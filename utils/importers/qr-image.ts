/** The text of a clean QR code in a PNG, as apps draw it into the sheets they print. Photographs are the scanner's affair. */
import { type DecodedPng, decode } from 'fast-png';
import decodeQR from 'qr/decode.js';

const PNG_HEADER_BYTES = 33;
const MOST_PIXELS = 4_000_000;

/** @returns null when there is no code to be read. */
export function readQrPng(png: Uint8Array): string | null {
  if (png.length < PNG_HEADER_BYTES || pixelsOf(png) > MOST_PIXELS) return null;
  try {
    const image = decode(png);
    const { width, height } = image;
    return decodeQR({ width, height, data: onWhite(image) });
  } catch {
    return null;
  }
}

/** Width and height stand in the header: a small file may unpack to a huge picture. */
function pixelsOf(png: Uint8Array): number {
  const view = new DataView(png.buffer, png.byteOffset);
  return view.getUint32(16) * view.getUint32(20);
}

/** Ente draws black on nothing: without a ground there would be no contrast. */
function onWhite({ width, height, data, depth, channels, palette }: DecodedPng): Uint8Array {
  const most = 2 ** depth - 1;
  const rgba = new Uint8Array(width * height * 4);
  const perRow = depth < 8 ? Math.ceil((width * channels * depth) / 8) : width * channels;
  const sample = (row: number, at: number): number => {
    if (depth >= 8) return data[row * perRow + at] ?? 0;
    const bit = at * depth;
    return ((data[row * perRow + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & most;
  };
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [grey, alpha] = pixel(row, column * channels);
      const shown = Math.round(255 - alpha * (255 - grey));
      rgba.set([shown, shown, shown, 255], (row * width + column) * 4);
    }
  }
  return rgba;

  function pixel(row: number, at: number): readonly [grey: number, alpha: number] {
    if (palette !== undefined) {
      const [red = 0, , , alpha = 255] = palette[sample(row, at)] ?? [];
      return [red, alpha / 255];
    }
    const hasAlpha = channels === 2 || channels === 4;
    return [(sample(row, at) * 255) / most, hasAlpha ? sample(row, at + channels - 1) / most : 1];
  }
}
