/**
 * `npm run corpus:qr -- DIR [--plain] [--json]`: runs the QR chain that the extension ships over images, in Chromium, and says
 * what was read: over the entries of `DIR/manifest.json` whose `app` is `qr`, or else over all images in DIR. Right answers come
 * from the manifest in DIR or above it (`file`, `expected_text`, `negative`), or from a `.txt` beside the image. The folder
 * stays outside the repository. In the last line `images` are those with a known text, `read` those read right, `wrong` those
 * read as something else; `negativesRead` are images without a code in which one was read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium, needsNoSandbox } from './browsers.ts';
import type { Scan } from './corpus-qr-page.ts';

const ADDRESS = 'http://localhost/';
const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.bmp']);

interface Label {
  readonly file: string;
  readonly app?: string;
  readonly expected_text?: string | readonly string[] | null;
  readonly negative?: boolean;
}

/** Null where nothing is known about the image. */
type Expected = readonly string[] | null;

interface Result {
  readonly file: string;
  /** `read` and `unread`: nothing is known about the image. `quiet`: without a code, and none was read. */
  readonly verdict: 'right' | 'other' | 'missed' | 'false' | 'quiet' | 'read' | 'unread';
  readonly tookMs: number;
}

async function pageBundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'corpus-qr-page.ts');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'tallystickCorpus' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('vite gave no bundle');
  return output.output[0].code;
}

function labelsFor(folder: string): ReadonlyMap<string, Label> {
  const manifest = [folder, dirname(folder)].map((place) => join(place, 'manifest.json')).find(existsSync);
  if (manifest === undefined) return new Map();
  const labels = JSON.parse(readFileSync(manifest, 'utf8')) as Label[];
  return new Map(labels.map((label) => [resolve(dirname(manifest), label.file), label]));
}

function imagesIn(folder: string, labels: ReadonlyMap<string, Label>): string[] {
  const listed = [...labels].filter(([, { app }]) => app === 'qr').map(([path]) => path);
  const isListed = existsSync(join(folder, 'manifest.json')) && listed.length > 0;
  const paths = isListed ? listed : readdirSync(folder).map((name) => join(folder, name));
  return paths.filter((path) => IMAGES.has(extname(path).toLowerCase())).sort();
}

function expectedOf(path: string, label: Label | undefined): Expected {
  if (label?.negative) return [];
  if (label?.expected_text) return [label.expected_text].flat();
  const beside = path.slice(0, -extname(path).length).concat('.txt');
  return existsSync(beside) ? [readFileSync(beside, 'utf8').trimEnd()] : null;
}

/** Files beside the images have their line ends changed by checkouts. */
function oneLineEnd(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function verdictOf(texts: readonly string[], expected: Expected): Result['verdict'] {
  if (expected === null) return texts.length > 0 ? 'read' : 'unread';
  if (expected.length === 0) return texts.length > 0 ? 'false' : 'quiet';
  if (texts.length === 0) return 'missed';
  const read = new Set(texts.map(oneLineEnd));
  return expected.every((text) => read.has(oneLineEnd(text))) ? 'right' : 'other';
}

async function run(folder: string, decoder: string): Promise<Result[]> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium was found');
  const args = needsNoSandbox(executablePath) ? ['--no-sandbox'] : [];
  const bundle = await pageBundle();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    let image = Buffer.alloc(0);
    await page.route('**/*', (route) =>
      route.request().url() === ADDRESS
        ? route.fulfill({ body: '', contentType: 'text/html' })
        : route.request().url().startsWith(ADDRESS)
          ? route.fulfill({ body: image, contentType: 'application/octet-stream' })
          : route.abort(),
    );
    await page.goto(ADDRESS);
    await page.evaluate(bundle);
    const labels = labelsFor(folder);
    const results: Result[] = [];
    for (const [n, path] of imagesIn(folder, labels).entries()) {
      image = readFileSync(path);
      const { codes, tookMs } = await page.evaluate(
        ([url, which]) =>
          (
            globalThis as unknown as { tallystickScan(url: string, decoder: string): Promise<Scan> }
          ).tallystickScan(url, which),
        [`${ADDRESS}image/${n}`, decoder] as const,
      );
      const verdict = verdictOf(
        codes.map(({ text }) => text),
        expectedOf(path, labels.get(path)),
      );
      results.push({ file: basename(path), verdict, tookMs });
    }
    return results;
  } finally {
    await browser.close();
  }
}

function sumUp(results: readonly Result[]): Record<string, number> {
  const times = results.map(({ tookMs }) => tookMs).sort((one, other) => one - other);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  const count = (...verdicts: readonly Result['verdict'][]) =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    images: count('right', 'other', 'missed'),
    read: count('right'),
    wrong: count('other'),
    negativesRead: count('false'),
    missed: count('missed'),
    negatives: count('false', 'quiet'),
    unknown: count('read', 'unread'),
    unknownRead: count('read'),
    medianMs: at(0.5),
    p95Ms: at(0.95),
    worstMs: at(1),
  };
}

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run corpus:qr -- DIR [--plain] [--json]');
  process.exit(2);
}
const results = await run(
  resolve(process.env.INIT_CWD ?? '.', folder),
  flags.includes('--plain') ? 'plain' : 'zxing',
);
if (!flags.includes('--json')) {
  for (const { file, verdict, tookMs } of results) {
    if (verdict !== 'right' && verdict !== 'quiet')
      console.log(`${verdict.padEnd(8)}${String(Math.round(tookMs)).padStart(6)} ms  ${file}`);
  }
}
console.log(JSON.stringify(sumUp(results)));
