/** Shows a folder of labelled pages to a browser and asks the detector that the extension ships what it sees there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Channel } from '../../utils/autofill/field.ts';
import { findChromium, needsNoSandbox } from './browsers.ts';
import { type Entry, judgePage, type PageResult, type Seen } from './corpus-score.ts';

const ADDRESS = 'https://site.example/page';

interface Finder {
  tallystickFind(least: number): {
    score: number;
    shape: string;
    channel: Channel;
    reasons: readonly string[];
    elements: readonly Element[];
  }[];
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
    found: found.map(({ score, shape, channel, reasons, elements }) => ({
      score,
      shape,
      channel,
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

export function readManifest(folder: string): Entry[] {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Entry[];
}

interface Choices {
  /** Findings below this score are not told. */
  readonly least: number;
  /** How many pages are looked at side by side; one where the time per page matters. */
  readonly lanes: number;
}

/** @returns what was seen, in the order of the manifest. @param onPage is told of each page as soon as it is judged. */
export async function runFields(
  folder: string,
  { least, lanes }: Choices,
  onPage: (result: PageResult) => void = () => undefined,
): Promise<PageResult[]> {
  const waiting = [...readManifest(folder).entries()];
  const bundle = await detectorBundle();
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium was found');
  const args = needsNoSandbox(executablePath) ? ['--no-sandbox'] : [];
  const browser: Browser = await chromium.launch({ executablePath, args });
  const results: PageResult[] = [];
  const lane = async () => {
    const { page, show } = await openPage(browser);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, entry] = next;
      show(readFileSync(join(folder, entry.file), 'utf8'));
      const result = judgePage(entry, await seePage(page, bundle, entry, least));
      results[place] = result;
      onPage(result);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
    return results;
  } finally {
    await browser.close();
  }
}

/** A page without scripts and without network: whatever is shown is all there is. */
async function openPage(browser: Browser): Promise<{ page: Page; show: (html: string) => void }> {
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
  return {
    page,
    show: (html) => {
      body = html;
    },
  };
}
