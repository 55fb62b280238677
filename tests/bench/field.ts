/**
 * What a person waits for at a code field: from the field shown to the mark beside it, over the next frame of that page; and
 * from the answer "yes, fill" to the code in the field, over a message to the background and back.
 */
import type { Page } from '@playwright/test';
import type { ReadingView } from '../../utils/views.ts';
import { type BenchBrowser, timeOfMark, withBenchBrowser } from './bench-browser.ts';
import { type BenchServer, HOSTS, startBenchServer } from './bench-server.ts';
import { type Pair, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const [GRANTED] = HOSTS;
/** RFC 4226 appendix D; a counter's codes need no waiting for the next period. */
const ADDRESS = 'otpauth://hotp/Bench:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bench&counter=0';

/** The mark is drawn into a closed root: all that a page sees of it is one element beside its body. */
const SHOW = `
function show(fields, hasFocus) {
  const group = document.createElement('form');
  group.innerHTML = '<h1>Two-step verification</h1><p>Verification code</p>' + fields;
  document.body.prepend(group);
  performance.mark('shown');
  requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')));
  new MutationObserver((_, observer) => {
    if (!document.querySelector('html > div[popover]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('marked')));
  }).observe(document.documentElement, { childList: true });
  if (hasFocus) group.querySelector('input').focus();
  group.addEventListener('input', () => {
    const value = [...group.querySelectorAll('input')].map(({ value }) => value).join('');
    if (value.length === 6) globalThis.filledAtMs = performance.timeOrigin + performance.now();
  });
}
const ONE = '<input name="code" autocomplete="one-time-code" inputmode="numeric">';
const SIX = '<input maxlength="1" inputmode="numeric" size="1">'.repeat(6);
`;
const SCRIPTS = {
  loaded: `${SHOW} addEventListener('DOMContentLoaded', () => show(ONE, false));`,
  focused: `${SHOW} addEventListener('click', () => show(ONE, true), { once: true });`,
  clicked: `${SHOW} addEventListener('click', () => show(ONE, false), { once: true });`,
  boxes: `${SHOW} addEventListener('DOMContentLoaded', () => show(SIX, false));`,
} as const;
type Script = keyof typeof SCRIPTS;

const SHOWN: Readonly<Partial<Record<Script, string>>> = {
  loaded: 'there when the page is',
  focused: 'after a click, with the focus',
  clicked: 'after a click, without the focus',
};

export const field: Measurement = ({ folder, pairs }, found) =>
  withBenchBrowser(folder, async (browser) => {
    const server = await startBenchServer(SCRIPTS);
    try {
      await browser.extension.grantSite(`http://${GRANTED}/*`);
      const page = await browser.extension.context.newPage();
      for (const [script, when] of Object.entries(SHOWN) as [Script, string][]) {
        const taken = await times(pairs, () => shownToMarked(page, server, script));
        found(timeFigure(`field shown to mark shown, ${when}`, taken, null));
      }
      const fill = await readyToFill(browser, server, page);
      for (const [script, what] of [
        ['loaded', 'one field'],
        ['boxes', 'six boxes'],
      ] as const) {
        const taken = await times(pairs, () => acceptedToFilled(page, server, script, fill));
        found(timeFigure(`accepted to filled, ${what}`, taken, null));
      }
    } finally {
      await server.close();
    }
  });

/** The first one only warms up. */
async function times(count: number, take: () => Promise<Pair>): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let at = 0; at <= count; at += 1) pairs.push(await take());
  return pairs.slice(1);
}

async function shownToMarked(page: Page, server: BenchServer, script: Script): Promise<Pair> {
  await page.goto(server.url(GRANTED, { nodes: 1000, script }));
  if (script !== 'loaded') {
    // Looks that follow the load are over: what is measured begins with the click.
    await page.waitForTimeout(700);
    await page.mouse.click(400, 400);
  }
  const [shown, drawn, marked] = [
    await page.evaluate(timeOfMark, 'shown'),
    await page.evaluate(timeOfMark, 'drawn'),
    await page.evaluate(timeOfMark, 'marked'),
  ];
  return { ours: marked - shown, baseline: drawn - shown };
}

type Fill = () => Promise<{ readonly askedAtMs: number; readonly messageMs: number }>;

async function readyToFill({ ask, extension }: BenchBrowser, server: BenchServer, page: Page): Promise<Fill> {
  await ask('vault.create', { slot: 'device' });
  await page.goto(server.url(GRANTED, { nodes: 1000, script: 'loaded' }));
  const tabId = await extension.tabIdOf(page);
  const { drafts } = await ask<ReadingView>('bind.read', { texts: [ADDRESS] });
  const [draft] = drafts;
  if (draft === undefined) throw new Error('the address was not read');
  const { service, login, otp } = draft;
  await ask('bind.save', { draft: { service, login, otp }, tabId });
  const ours = await extension.openPage('empty.html');
  await page.bringToFront();
  return () => ours.evaluate(askBoth, tabId);
}

async function acceptedToFilled(page: Page, server: BenchServer, script: Script, fill: Fill): Promise<Pair> {
  await page.goto(server.url(GRANTED, { nodes: 1000, script }));
  await page.evaluate(timeOfMark, 'marked');
  const { askedAtMs, messageMs } = await fill();
  const filledAtMs = await page.evaluate(() => (globalThis as { filledAtMs?: number }).filledAtMs);
  return { ours: (filledAtMs ?? Number.NaN) - askedAtMs, baseline: messageMs };
}

/** Runs in a page of ours. The clock of both pages is the same once the origin of each is added. */
async function askBoth(tabId: number): Promise<{ askedAtMs: number; messageMs: number }> {
  const send = (type: string, data: unknown) =>
    chrome.runtime.sendMessage({ id: 1, type, data, timestamp: 0 });
  const startedMs = performance.now();
  await send('vault.status', {});
  const messageMs = performance.now() - startedMs;
  const askedAtMs = performance.timeOrigin + performance.now();
  const answer = await send('fill.ask', { tabId });
  if (answer?.res?.ok !== true) throw new Error(`fill.ask: ${answer?.res?.code ?? 'no answer'}`);
  return { askedAtMs, messageMs };
}
