/**
 * `npm run torture [-- --rounds N] [--json] [--browser chromium|firefox|worker] [--seed N]`: nothing confirmed is lost by a kill.
 * `--sabotage MS` tortures a build that confirms so long before it writes, and fails when nothing is found lost.
 */
import { parseArgs } from 'node:util';
import { buildSabotaged } from './torture/sabotage.ts';
import { torture } from './torture/torture.ts';
import { VICTIMS, type VictimName } from './torture/victim.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
    sabotage: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
  strict: true,
});
if (!(values.browser in VICTIMS)) {
  console.error(`There is no "${values.browser}" to kill; there are ${Object.keys(VICTIMS).join(', ')}.`);
  process.exit(1);
}
const extension = values.sabotage === undefined ? null : await buildSabotaged(Number(values.sabotage));
const { problems, confirmed, ...result } = await torture({
  rounds: Number(values.rounds),
  browser: values.browser as VictimName,
  seed: Number(values.seed),
  ...(extension === null ? {} : { extension }),
  report: (line) => console.error(line),
});
for (const problem of problems) console.error(problem);
console.error(`seed ${values.seed}, ${confirmed} changes confirmed`);
if (values.json) console.log(JSON.stringify(result));
else
  console.log(
    `${result.kills} kills: ${result.lost} confirmed changes lost, ${result.falseFirstRuns} false first runs, back in ${result.medianRecoveryMs} ms (median)`,
  );
const isWhole = result.lost + result.falseFirstRuns === 0;
if (extension !== null && isWhole)
  console.error('nothing of a sabotaged build was found lost: these zeros mean nothing');
process.exit(isWhole === (extension === null) ? 0 : 1);
