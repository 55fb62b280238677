/** The decoder we use wherever WebAssembly is allowed: zxing-cpp. */
import {
  prepareZXingModule,
  type ReaderOptions,
  readBarcodes,
  type ZXingModuleOverrides,
} from 'zxing-wasm/reader';
import { boxAround, type Decode, type Search } from './scan-chain.ts';

/** The library's own `HRI` writes a character that nobody sees as its name, `<SOH>`: that is another text. */
const USUAL: ReaderOptions = { formats: ['QRCode'], maxNumberOfSymbols: 255, textMode: 'Plain' };
const OPTIONS: Readonly<Record<Search, ReaderOptions>> = {
  plain: {},
  thorough: { tryDenoise: true },
  coarse: { binarizer: 'GlobalHistogram', downscaleThreshold: 50 },
};

/**
 * @param overrides where the WebAssembly file is, or its bytes: without it the library would fetch it from elsewhere.
 * @returns a decoder that rejects when WebAssembly is not allowed.
 */
export function zxingDecoder(overrides: ZXingModuleOverrides): Decode {
  prepareZXingModule({ overrides });
  return async ({ data, width, height }, search) => {
    // Not `new ImageData`: Node has none, and three fields are all that is read.
    const image = { data, width, height, colorSpace: 'srgb' } as ImageData;
    const results = await readBarcodes(image, { ...USUAL, ...OPTIONS[search] });
    return results
      .filter(({ isValid }) => isValid)
      .map(({ text, position }) => ({
        text,
        box: boxAround([position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]),
      }));
  };
}
