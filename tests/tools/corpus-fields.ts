/**
 * `npm run corpus:fields -- DIR [--json]`: runs the detector that the extension ships over a folder of labelled pages
 * and says how often it is right. The folder stays outside the repository: the pages are other people's.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { ASKED_SCORE, OFFER_SCORE } from '../../utils/autofill/field.ts';
import { findChromium, needsNoSandbox } from './browsers.ts';
import { type Entry, judgePage, type PageResult, type Seen, sumUp } from './corpus-score.ts';

const ADDRESS = 'https://site.example/page';

interface Finder {
  tallystickFind(
    least: number,
  ): { score: number; shape: string; reasons: readonly string[]; elements: readonly Element[] }[];
}

async function detectorBundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: join(import.meta.dirname, 'corpus-page.ts'),
        formats: ['iife'],
        name: 'tallystickCorpus',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('vite gave no bundle');
  return output.output[0].code;
}

/** Runs in the page. Labels are looked for in all open shadow roots; only visible ones are counted. */
function look([least, selectors]: readonly [
  number,
  { label: string[]; optional: string[]; must_not: string[] },
]): Seen {
  const roots: (Document | ShadowRoot)[] = [];
  const collect = (root: Document | ShadowRoot) => {
    roots.push(root);
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot !== null) collect(element.shadowRoot);
  };
  collect(document);
  const all = (wanted: string[]) => [
    ...new Set(wanted.flatMap((selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]))),
  ];
  const visible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const input = element as HTMLInputElement;
    return (
      width > 1 && height > 1 && !input.disabled && element.checkVisibility({ visibilityProperty: true })
    );
  };
  const labels = all(selectors.label).filter(visible);
  const allLabels = all(selectors.label);
  const optional = all(selectors.optional);
  const mustNot = all(selectors.must_not);
  const startedMs = performance.now();
  const found = (window as unknown as Finder).tallystickFind(least);
  const tookMs = performance.now() - startedMs;
  return {
    tookMs,
    labels: labels.map((element) => ({ top: element.getBoundingClientRect().top })),
    found: found.map(({ score, shape, reasons, elements }) => ({
      score,
      shape,
      reasons: [...reasons],
      labels: elements.map((element) => labels.indexOf(element)).filter((place) => place >= 0),
      excused: elements.some((element) => optional.includes(element) || allLabels.includes(element)),
      forbidden: elements.some((element) => mustNot.includes(element)),
      names: elements.map((element) => element.id || element.getAttribute('name') || element.tagName),
    })),
  };
}

async function seePage(page: Page, bundle: string, entry: Entry, least: number): Promise<Seen[]> {
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
  const seen: Seen[] = [];
  for (const frame of page.frames()) {
    try {
      await frame.evaluate(bundle);
      seen.push(await frame.evaluate(look, [least, entry] as const));
    } catch (error) {
      if (frame === page.mainFrame()) throw error;
    }
  }
  return seen;
}

async function run(folder: string, verbose: boolean, least: number): Promise<PageResult[]> {
  const entries = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Entry[];
  const bundle = await detectorBundle();
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium was found');
  const args = needsNoSandbox(executablePath) ? ['--no-sandbox'] : [];
  const browser: Browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    let body = '';
    await context.route('**/*', (route) =>
      route.request().url() === ADDRESS
        ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
        : route.abort(),
    );
    const results: PageResult[] = [];
    for (const entry of entries) {
      body = readFileSync(join(folder, entry.file), 'utf8');
      const result = judgePage(entry, await seePage(page, bundle, entry, least));
      results.push(result);
      if (verbose) for (const line of result.lines) console.log(line);
    }
    return results;
  } finally {
    await browser.close();
  }
}

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run corpus:fields -- DIR [--json]   (DIR holds manifest.json)');
  process.exit(2);
}
const json = flags.includes('--json');
// --all shows near misses too: everything that has any evidence, for those who work on the words.
const least = flags.includes('--all') ? 1 : ASKED_SCORE;
const results = await run(resolve(process.env.INIT_CWD ?? '.', folder), !json, least);
const { table, summary } = sumUp(results, ASKED_SCORE, OFFER_SCORE);
if (!json) for (const line of table) console.log(line);
console.log(JSON.stringify(summary));
