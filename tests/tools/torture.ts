/** `npm run torture [-- --rounds N] [--json] [--browser chromium|firefox|worker] [--seed N]`: nothing confirmed is lost by a kill. */
import { parseArgs } from 'node:util';
import { torture } from './torture/torture.ts';
import { VICTIMS, type VictimName } from './torture/victim.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
  strict: true,
});
if (!(values.browser in VICTIMS)) {
  console.error(`There is no "${values.browser}" to kill; there are ${Object.keys(VICTIMS).join(', ')}.`);
  process.exit(1);
}
const { problems, confirmed, ...result } = await torture({
  rounds: Number(values.rounds),
  browser: values.browser as VictimName,
  seed: Number(values.seed),
  report: (line) => console.error(line),
});
for (const problem of problems) console.error(problem);
console.error(`seed ${values.seed}, ${confirmed} changes confirmed`);
if (values.json) console.log(JSON.stringify(result));
else
  console.log(
    `${result.kills} kills: ${result.lost} confirmed changes lost, ${result.falseFirstRuns} false first runs, back in ${result.medianRecoveryMs} ms (median)`,
  );
process.exit(result.lost + result.falseFirstRuns === 0 ? 0 : 1);
