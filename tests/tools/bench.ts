/**
 * `npm run bench [-- --only popup,unlock] [--pairs N] [--json] [--no-build]`: how fast and how large, as ratios to baselines of
 * the same run on the same machine.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeBenchExtension } from '../bench/bench-extension.ts';
import { describeFigure, type Figure, isMissed } from '../bench/figure.ts';
import { MEASUREMENTS } from '../bench/measurement.ts';
import { installChromium } from './browsers.ts';
import { cleanUpOnSignal, runTool } from './run-tool.ts';

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(MEASUREMENTS).join(',') },
    pairs: { type: 'string', default: '15' },
    json: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
  strict: true,
});
const names = asked.only.split(',');
const unknown = names.find((name) => !Object.hasOwn(MEASUREMENTS, name));
const pairs = Number(asked.pairs);
if (unknown !== undefined || !Number.isInteger(pairs) || pairs < 1) {
  console.error(`--only takes some of ${Object.keys(MEASUREMENTS).join(', ')}; --pairs a number from 1 on.`);
  process.exit(1);
}

let folder: string | null = null;
const cleanUp = () => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
};
cleanUpOnSignal(cleanUp);
process.exitCode = (await isReady()) ? await bench() : 1;

async function isReady(): Promise<boolean> {
  if (installChromium(console.error) === null) {
    console.error('No Chromium was found and none could be installed: install one, or set CHROMIUM_PATH.');
    return false;
  }
  if (asked['no-build']) return true;
  const { code, output } = await runTool('wxt', ['build'], { limitMs: 240_000 });
  if (code !== 0) console.error(output);
  return code === 0;
}

async function bench(): Promise<number> {
  const figures: Figure[] = [];
  try {
    folder = await makeBenchExtension();
    for (const name of names) {
      await MEASUREMENTS[name]?.({ pairs, folder }, (figure) => {
        figures.push(figure);
        if (!asked.json) console.log(describeFigure(figure));
      });
    }
  } finally {
    cleanUp();
  }
  const missed = figures.filter(isMissed).length;
  if (asked.json) console.log(JSON.stringify({ figures, missed }));
  else console.log(`${figures.length} figures, ${missed} missed their target`);
  return 0;
}
