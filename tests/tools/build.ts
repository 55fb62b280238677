/** `npm run build`: the extension for Chrome and Edge in `.output/chrome-mv3`; `--all` for Firefox as well; the tools in `.output/cli`. */
import { parseArgs } from 'node:util';
import { bundleCli } from './cli-bundle.ts';
import { cleanUpOnSignal, runTool } from './run-tool.ts';
import { describeSize, sizesOf } from './sizes.ts';

const { values } = parseArgs({
  options: { all: { type: 'boolean' }, zip: { type: 'boolean' } },
  strict: true,
});
const verb = values.zip === true ? 'zip' : 'build';

cleanUpOnSignal();
for (const target of values.all === true ? (['chrome', 'firefox'] as const) : (['chrome'] as const)) {
  const args = target === 'chrome' ? [verb] : [verb, '-b', 'firefox', '--mv3'];
  const { code, output, timedOut } = await runTool('wxt', args, { limitMs: 240_000 });
  if (code !== 0) {
    console.error(timedOut ? 'wxt did not finish in four minutes and was ended.' : output);
    process.exit(1);
  }
  console.log(`.output/${target}-mv3`);
  for (const size of sizesOf(target)) console.log(`  ${describeSize(size)}`);
}
await bundleCli();
console.log('.output/cli');
