/** What the QR corpus runner puts into a page: the chain and the decoders that the extension ships, and nothing else. */
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { type Decode, type ScannedCode, scanPixels } from '../../utils/platform/scan-chain.ts';
import { pixelsOf } from '../../utils/platform/scan-pixels.ts';
import { plainDecoder } from '../../utils/platform/scan-plain.ts';
import { zxingDecoder } from '../../utils/platform/scan-zxing.ts';

const decoders: Readonly<Record<string, Decode>> = {
  zxing: zxingDecoder({ locateFile: () => wasmUrl }),
  plain: plainDecoder,
};

export interface Scan {
  readonly codes: readonly ScannedCode[];
  readonly tookMs: number;
}

Object.assign(globalThis, {
  async tallystickScan(url: string, decoder: string): Promise<Scan> {
    const image = await (await fetch(url)).blob();
    const decode = decoders[decoder];
    if (decode === undefined) throw new Error(`no decoder ${decoder}`);
    const startedMs = performance.now();
    const codes = await scanPixels(await pixelsOf(image), decode).catch(() => []);
    return { codes, tookMs: performance.now() - startedMs };
  },
});
