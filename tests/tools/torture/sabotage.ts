/** A build in which a confirmation comes before the write: the torture has to notice, or its zeros mean nothing. */
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'wxt';
import { CHROME_BUILD } from '../../support/chromium.ts';
import { lateCopies } from './vite-late-copies.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const OUT = '.output/sabotaged';

/** Only the background is built anew. @returns the folder of the unpacked extension. */
export async function buildSabotaged(lateMs: number): Promise<string> {
  rmSync(join(ROOT, OUT), { recursive: true, force: true });
  await build({
    root: ROOT,
    outDir: OUT,
    filterEntrypoints: ['background'],
    vite: () => ({ plugins: [lateCopies(lateMs)] }),
    logger: silent,
  });
  const extension = join(ROOT, OUT, 'whole');
  cpSync(CHROME_BUILD, extension, { recursive: true });
  cpSync(join(ROOT, OUT, 'chrome-mv3/background.js'), join(extension, 'background.js'));
  return extension;
}

const say = () => undefined;
const silent = {
  debug: say,
  log: say,
  info: say,
  warn: say,
  error: say,
  fatal: say,
  success: say,
  level: 0,
};
