/** The decoder we use wherever WebAssembly is allowed: zxing-cpp. */
import { prepareZXingModule, readBarcodes, type ZXingModuleOverrides } from 'zxing-wasm/reader';
import { boxAround, type Decode } from './scan-chain.ts';

/**
 * @param overrides where the WebAssembly file is, or its bytes: without it the library would fetch it from elsewhere.
 * @returns a decoder that rejects when WebAssembly is not allowed.
 */
export function zxingDecoder(overrides: ZXingModuleOverrides): Decode {
  prepareZXingModule({ overrides });
  return async ({ data, width, height }, thorough) => {
    // Not `new ImageData`: Node has none, and three fields are all that is read.
    const image = { data, width, height, colorSpace: 'srgb' } as ImageData;
    const options = { formats: ['QRCode' as const], maxNumberOfSymbols: 255, tryDenoise: thorough };
    const results = await readBarcodes(image, options);
    return results
      .filter(({ isValid }) => isValid)
      .map(({ text, position }) => ({
        text,
        box: boxAround([position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]),
      }));
  };
}
