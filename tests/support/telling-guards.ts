/**
 * A build whose guards against stolen clicks let everything pass and tell who would have objected: so that a test can show that
 * each trick gets its click where no guard stands, and name the guards it runs into. Never part of a product.
 */
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import { CHROME_BUILD } from './chromium.ts';
import type { Extension } from './extension.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = '.output/telling';
export const TELLING_BUILD = join(ROOT, OUT, 'whole');
const SCRIPTS = ['fill-page', 'fill-click'];
/** As long as everything has to be calm before a click counts. */
const CALM_MS = 500;

/** Each guard with what it says in the source; where that is said twice in a file, with what stands before it. */
const CHECKS = {
  /** At rest for half a second. */
  rest: [
    ['mark.ts', 'rested', 'event.isTrusted && '],
    ['click-guard.ts', 'mark.restedAtMs()', 'calmSinceMs, '],
  ],
  /** The click met the mark. */
  uncovered: [
    ['mark.ts', 'isUncovered(host, event)', '&& '],
    ['mark-sound.ts', 'isUncovered(host)', ' '],
  ],
  opacity: [
    ['mark.ts', 'opacityAbove(host)', '&& '],
    ['mark-sound.ts', 'opacityAbove(button)', ' '],
    ['mark-sound.ts', 'opacityAbove(document.body)', ' '],
  ],
  /** Whether the field itself can be seen: a mark goes with it, and it is asked again where the code is written. */
  field: [
    ['read-page.ts', 'isVisibleField(element, 0.5)', ' '],
    ['fill-code.ts', '!isVisibleField(first)', ''],
  ],
  window: [['mark-sound.ts', 'isPlainWindow()', '    ']],
  place: [['mark-sound.ts', 'isInPlace(host)', ' ']],
  put: [['mark-sound.ts', 'isWherePut(host, putAt())', '    ']],
  plain: [['mark-sound.ts', '[host, button, document.documentElement, document.body].every(isPlain)', ' ']],
  whole: [['mark-sound.ts', 'isWhole(host, button)', ' ']],
  top: [['mark-sound.ts', 'isAloneOnTop(host, [document])', ' ']],
  roots: [['click-guard.ts', 'isAloneOnTop(mark.host, rootsOf(document, shadowOf))', ' ']],
  strikes: [['click-guard.ts', 'strikes < MOST_STRIKES', ' ']],
  calm: [['click-guard.ts', 'calmSinceMs', 'seenSinceMs, ']],
  /** What Chromium says itself of an element being drawn. */
  seen: [['click-guard.ts', 'seenSinceMs', 'soundSinceMs, ']],
  sound: [['click-guard.ts', 'soundSinceMs', '[']],
  mouse: [['click-guard.ts', 'isByMouse(event)', ' ']],
  within: [['click-guard.ts', 'isWithin(event, mark.host)', ' ']],
  trail: [['click-guard.ts', 'cameHere(trail, nowMs, mark.restedAtMs())', ' ']],
} as const satisfies Record<string, readonly (readonly [file: string, check: string, before: string])[]>;

export type Guard = keyof typeof CHECKS;
const GUARDS = Object.keys(CHECKS) as Guard[];
/** Since when something has been as it should be; a guard that tells lets it be for ever. */
const SINCE = /Ms(?:\(\))?$/;

/** Stands before each script: our own world of a page keeps who objected, and when last. */
const TELLING = `
const objections = (globalThis.tallystickObjections ??= {});
const passes = (guard, isFine) => {
  if (guard === 'rest') objections.click = performance.now();
  if (!isFine) objections[guard] = performance.now();
  return true;
};
const since = (guard, sinceMs) => {
  if (performance.now() - sinceMs < ${CALM_MS}) objections[guard] = performance.now();
  return 0;
};
`;

/** Into `TELLING_BUILD`. */
export async function buildTelling(): Promise<void> {
  rmSync(join(ROOT, OUT), { recursive: true, force: true });
  const silent = { debug: say, log: say, info: say, warn: say, error: say, fatal: say, success: say };
  await build({
    root: ROOT,
    outDir: OUT,
    filterEntrypoints: SCRIPTS,
    vite: () => ({ plugins: [tellingGuards()] }),
    logger: { ...silent, level: 0 },
  });
  cpSync(CHROME_BUILD, TELLING_BUILD, { recursive: true });
  for (const script of SCRIPTS)
    cpSync(join(ROOT, OUT, `chrome-mv3/${script}.js`), join(TELLING_BUILD, `${script}.js`));
}

const say = () => undefined;

function tellingGuards(): Plugin {
  return {
    name: 'tallystick:telling-guards',
    enforce: 'pre',
    transform(code, id) {
      const file = /platform[\\/]dom[\\/]([^\\/]+)$/.exec(id)?.[1];
      const changed = GUARDS.reduce((text, guard) => telling(text, guard, file), code);
      return changed === code ? null : { code: TELLING + changed, map: null };
    },
  };
}

function telling(code: string, guard: Guard, file: string | undefined): string {
  let changed = code;
  for (const [at, check, before] of CHECKS[guard]) {
    if (at !== file) continue;
    const parts = changed.split(`${before}${check}`);
    if (parts.length !== 2) throw new Error(`The guard ${guard} is not found in one place of ${file}.`);
    const not = check.startsWith('!') ? '!' : '';
    const passing = `${not}passes('${guard}', ${check.slice(not.length)})`;
    changed = parts.join(`${before}${SINCE.test(check) ? `since('${guard}', ${check})` : passing}`);
  }
  return changed;
}

/** @returns the guards that objected at the last click on the mark in this page, or as short before as counts. */
export async function objectionsIn(extension: Extension, page: Page): Promise<Guard[]> {
  const tabId = await extension.tabIdOf(page);
  const worker = await extension.worker();
  const told = await worker.evaluate(async (id) => {
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => (globalThis as { tallystickObjections?: Record<string, number> }).tallystickObjections,
    });
    return answer?.result ?? {};
  }, tabId);
  const clickMs = told.click ?? Number.POSITIVE_INFINITY;
  return GUARDS.filter((guard) => (told[guard] ?? Number.NEGATIVE_INFINITY) >= clickMs - CALM_MS);
}
