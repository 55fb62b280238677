/** Reads the QR codes of one image away from the page. The decoder is ours to ship: nothing is fetched from elsewhere. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { answerOnce } from './one-question-worker.ts';
import { type Decode, type ScannedCode, scanPixels } from './scan-chain.ts';
import { pixelsOf } from './scan-pixels.ts';
import { zxingDecoder } from './scan-zxing.ts';

export interface ScanQuestion {
  readonly image: Blob | ImageBitmap;
  /** One picture of a camera: see `scanPixels`. */
  readonly quick?: boolean;
}

let known: Promise<Decode> | null = null;

answerOnce<ScanQuestion>(async ({ image, quick }): Promise<ScannedCode[]> => {
  const pixels = await pixelsOf(image);
  known ??= decoder();
  return scanPixels(pixels, await known, quick);
});

/** WebAssembly may be switched off: Edge's enhanced security, Firefox's `javascript.options.wasm`, lockdown modes. */
async function decoder(): Promise<Decode> {
  const zxing = zxingDecoder({ locateFile: () => wasmUrl });
  try {
    await zxing({ data: new Uint8ClampedArray(4), width: 1, height: 1 }, 'plain');
    return zxing;
  } catch {
    return (await import('./scan-plain.ts')).plainDecoder;
  }
}
