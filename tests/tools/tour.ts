/**
 * `npm run tour`: the main job on a real browser without a screen, each step said in words, pictures left in `.output/tour`.
 * `--pictures` copies the ones the README shows to `tests/pictures`; `--no-build` takes the build that is there.
 */
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { type Extension, startExtension } from '../support/extension.ts';
import { createPerson } from '../support/person.ts';
import { TONGUES, type Tongue } from '../support/words.ts';
import { installChromium } from './browsers.ts';
import { cleanUpOnSignal, runTool } from './run-tool.ts';
import { walkFlows } from './tour-flows.ts';
import { walk } from './tour-walk.ts';
import { CHOSEN, CHOSEN_FLOWS, type Picture, tourWords } from './tour-words.ts';

const ROOT = join(import.meta.dirname, '../..');
const TOUR = join(ROOT, '.output/tour');
const PICTURES = join(ROOT, 'tests/pictures');
const MOST_BYTES = 120_000;

const { values: asked } = parseArgs({
  options: { pictures: { type: 'boolean' }, 'no-build': { type: 'boolean' } },
  strict: true,
});
cleanUpOnSignal();
process.exitCode = (await isReady()) ? await tour() : 1;

async function isReady(): Promise<boolean> {
  if (installChromium(console.log) === null) {
    console.error('No Chromium was found and none could be installed: install one, or set CHROMIUM_PATH.');
    return false;
  }
  if (asked['no-build'] === true) return true;
  console.log('Building …');
  const { code, output } = await runTool('wxt', ['build'], { limitMs: 240_000 });
  if (code !== 0) console.error(output);
  return code === 0;
}

async function tour(): Promise<number> {
  rmSync(TOUR, { recursive: true, force: true });
  let broken = 0;
  for (const tongue of TONGUES) {
    const taken = await tourIn(tongue).catch((error: Error) => {
      console.error(`  ✘ ${error.message}`);
      return null;
    });
    if (taken === null) broken += 1;
    else if (asked.pictures === true) broken += keep(tongue, taken);
  }
  console.log(`\nThe pictures are in ${relative('.', TOUR)}.`);
  return broken === 0 ? 0 : 1;
}

/** @returns where each picture is. */
async function tourIn(tongue: Tongue): Promise<Map<Picture, string>> {
  console.log(`\n${tongue}`);
  const folder = join(TOUR, tongue);
  mkdirSync(folder, { recursive: true });
  const taken = new Map<Picture, string>();
  const show = async (page: Page, picture: Picture) => {
    const number = String(taken.size + 1).padStart(2, '0');
    const path = join(folder, `${number}-${picture}.png`);
    // The window of the popup is wider than the popup where there is no screen; the full page is seen as far as the window goes.
    const isPopup = page.url().startsWith('chrome-extension:') && !picture.startsWith('flow-');
    await (isPopup ? page.locator('body') : page).screenshot({ path, animations: 'disabled', caret: 'hide' });
    taken.set(picture, path);
    console.log(`  ${number} ${tourWords(picture, tongue)}`);
  };
  await inBrowser(tongue, (extension) => walk({ extension, person: createPerson(extension, tongue), show }));
  await inBrowser(tongue, (extension) => walkFlows({ extension, tongue, show }));
  return taken;
}

/** A fresh one for each half: the second begins with an empty vault. */
async function inBrowser(tongue: Tongue, act: (extension: Extension) => Promise<void>): Promise<void> {
  const { extension, end } = await startExtension({ language: tongue });
  try {
    await act(extension);
    const errors = extension.lastErrors();
    if (errors.length > 0) throw new Error(`The console says: ${errors.join('; ')}`);
  } finally {
    await end();
  }
}

/** @returns how many are too heavy for a README. */
function keep(tongue: Tongue, taken: ReadonlyMap<Picture, string>): number {
  const folder = join(PICTURES, tongue);
  mkdirSync(folder, { recursive: true });
  let heavy = 0;
  for (const picture of [...CHOSEN, ...CHOSEN_FLOWS]) {
    const from = taken.get(picture);
    if (from === undefined || statSync(from).size > MOST_BYTES) {
      console.error(`  ✘ ${picture} is missing or larger than ${MOST_BYTES} bytes.`);
      heavy += 1;
      continue;
    }
    copyFileSync(from, join(folder, `${picture}.png`));
  }
  return heavy;
}
