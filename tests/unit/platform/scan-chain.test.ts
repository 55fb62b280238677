import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encodeQR from 'qr';
import { describe, expect, test } from 'vitest';
import { type Decode, type Pixels, type Search, scanPixels } from '../../../utils/platform/scan-chain.ts';
import { plainDecoder } from '../../../utils/platform/scan-plain.ts';
import { zxingDecoder } from '../../../utils/platform/scan-zxing.ts';

const TEXT =
  'otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co';
type Colour = readonly [number, number, number, number];
const WHITE: Colour = [255, 255, 255, 255];
const BLACK: Colour = [0, 0, 0, 255];

interface Placed {
  text?: string;
  x?: number;
  y?: number;
  scale?: number;
  dark?: Colour;
  light?: Colour;
}

function picture(codes: readonly Placed[], { width = 640, height = 400, page = WHITE } = {}): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i += 4) data.set(page, i);
  for (const { text = TEXT, x = 40, y = 40, scale = 4, dark = BLACK, light = page } of codes) {
    const modules = encodeQR(text, 'raw', { border: 4 });
    for (let v = 0; v < modules.length * scale; v += 1) {
      for (let u = 0; u < modules.length * scale; u += 1) {
        const set = modules[Math.floor(v / scale)]?.[Math.floor(u / scale)];
        data.set(set ? dark : light, ((y + v) * width + x + u) * 4);
      }
    }
  }
  return { data, width, height };
}

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const zxing = zxingDecoder({ wasmBinary: new Uint8Array(readFileSync(wasm)).buffer });

describe.each<[string, Decode]>([
  ['zxing', zxing],
  ['plain script', plainDecoder],
])('%s', (_, decode) => {
  const texts = async (pixels: Pixels) => (await scanPixels(pixels, decode)).map(({ text }) => text);

  test('reads a code and says where it is', async () => {
    const [code] = await scanPixels(picture([{ x: 200, y: 80 }]), decode);
    // Four modules of quiet zone on each side are no part of the code.
    const size = ((encodeQR(TEXT, 'raw', { border: 4 }).length - 8) * 4) / 640;
    expect(code?.text).toBe(TEXT);
    expect(code?.x).toBeCloseTo(216 / 640, 2);
    expect(code?.y).toBeCloseTo(96 / 400, 2);
    expect(code?.width).toBeCloseTo(size, 2);
  });

  test('reads every code of a page, from top to bottom', async () => {
    const codes = [
      { text: `${TEXT}&n=3`, x: 300, y: 420 },
      { text: `${TEXT}&n=1`, x: 20, y: 20 },
      { text: `${TEXT}&n=2`, x: 620, y: 200 },
    ];
    const page = picture(codes, { width: 1000, height: 800 });
    expect(await texts(page)).toEqual([`${TEXT}&n=1`, `${TEXT}&n=2`, `${TEXT}&n=3`]);
  });

  test('reads light on dark, faint, coloured and transparent codes', async () => {
    expect(await texts(picture([{ dark: WHITE, light: BLACK }], { page: BLACK }))).toEqual([TEXT]);
    expect(await texts(picture([{ dark: [214, 214, 214, 255] }]))).toEqual([TEXT]);
    expect(await texts(picture([{ dark: [20, 20, 120, 255], light: [255, 235, 200, 255] }]))).toEqual([TEXT]);
    expect(await texts(picture([{ light: [0, 0, 0, 0] }], { page: [0, 0, 0, 0] }))).toEqual([TEXT]);
  });

  test('reads a small code', async () => {
    expect(await texts(picture([{ scale: 2 }]))).toEqual([TEXT]);
  });

  test('reads text of other scripts', async () => {
    expect(await texts(picture([{ text: 'otpauth://totp/符契:我?secret=JBSWY3DP' }]))).toEqual([
      'otpauth://totp/符契:我?secret=JBSWY3DP',
    ]);
  });

  test('gives the text letter by letter, also those that nobody sees', async () => {
    expect(await texts(picture([{ text: 'otpauth://a\u0001\u0010b<SOH>' }]))).toEqual([
      'otpauth://a\u0001\u0010b<SOH>',
    ]);
  });

  test('finds nothing where there is nothing', async () => {
    expect(await texts(picture([]))).toEqual([]);
    expect(await texts({ data: new Uint8ClampedArray(4), width: 1, height: 1 })).toEqual([]);
  });
});

test('goes from cheap to dear, and stops at the first step that finds something', async () => {
  const asked: [number, Search][] = [];
  const never: Decode = async ({ width }, search) => {
    asked.push([width, search]);
    return [];
  };
  await scanPixels(picture([]), never);
  expect(asked).toEqual([
    [640, 'plain'],
    [640, 'thorough'],
    [1280, 'thorough'],
    [640, 'coarse'],
    [640, 'plain'],
    [640, 'plain'],
  ]);
  asked.length = 0;
  await scanPixels(picture([], { width: 2000, height: 1000 }), never);
  expect(asked.map(([width]) => width)).not.toContain(4000);
});

test('a place found in a doubled image is given for the image itself', async () => {
  const second: Decode = async ({ width }) =>
    width === 1280 ? [{ text: 'x', box: { x: 128, y: 80, width: 256, height: 160 } }] : [];
  expect(await scanPixels(picture([]), second)).toEqual([
    { text: 'x', x: 0.1, y: 0.1, width: 0.2, height: 0.2 },
  ]);
});
