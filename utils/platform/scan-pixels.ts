/** An image file as pixels, in a worker or a page. */
import { Fault } from '../fault.ts';
import type { Pixels } from './scan-chain.ts';

/** A photo of a newer telephone has 50 megapixels: more than any code needs, and 200 MB of memory. */
const MOST_PIXELS = 16_000_000;

/** @throws Fault `scan/nothing-found` for a file that is no image the browser knows. */
export async function pixelsOf(image: Blob | ImageBitmap): Promise<Pixels> {
  const bitmap = image instanceof Blob ? await bitmapOf(image) : image;
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (bitmap.width * bitmap.height)));
  const width = Math.max(1, Math.round(bitmap.width * shrink));
  const height = Math.max(1, Math.round(bitmap.height * shrink));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

async function bitmapOf(image: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image);
  } catch {
    throw new Fault('scan/nothing-found');
  }
}
