/** Reads the QR codes of one image away from the page. The decoder is ours to ship: nothing is fetched from elsewhere. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { Fault } from '../fault.ts';
import { answerOnce } from './one-question-worker.ts';
import { type Decode, type Pixels, type ScannedCode, scanPixels } from './scan-chain.ts';
import { zxingDecoder } from './scan-zxing.ts';

export interface ScanQuestion {
  readonly image: Blob;
}

answerOnce<ScanQuestion>(async ({ image }): Promise<ScannedCode[]> => {
  const pixels = await pixelsOf(image);
  return scanPixels(pixels, await decoder());
});

/** A photo of a newer telephone has 50 megapixels: more than any code needs, and 200 MB of memory. */
const MOST_PIXELS = 16_000_000;

async function pixelsOf(image: Blob): Promise<Pixels> {
  const bitmap = await bitmapOf(image);
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (bitmap.width * bitmap.height)));
  const width = Math.max(1, Math.round(bitmap.width * shrink));
  const height = Math.max(1, Math.round(bitmap.height * shrink));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

/** @throws Fault `scan/nothing-found` for a file that is no image the browser knows. */
async function bitmapOf(image: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image);
  } catch {
    throw new Fault('scan/nothing-found');
  }
}

/** WebAssembly may be switched off: Edge's enhanced security, Firefox's `javascript.options.wasm`, lockdown modes. */
async function decoder(): Promise<Decode> {
  const zxing = zxingDecoder({ locateFile: () => wasmUrl });
  try {
    await zxing({ data: new Uint8ClampedArray(4), width: 1, height: 1 }, false);
    return zxing;
  } catch {
    return (await import('./scan-plain.ts')).plainDecoder;
  }
}
