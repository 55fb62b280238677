/** `npm test`: everything, in order, ending in one line `N passed, N failed`. `--only types,unit` and `--grep words` for quick runs. */
import { parseArgs } from 'node:util';
import { indent, type Outcome } from './reports.ts';
import { cleanUpOnSignal } from './run-tool.ts';
import { STEPS } from './steps.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, grep: { type: 'string' } },
  strict: true,
});
const only = values.only?.split(',').map((name) => name.trim());
const unknown = only?.find((name) => STEPS.every((step) => step.name !== name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; the parts are ${STEPS.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

cleanUpOnSignal();
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of STEPS) {
  if (only !== undefined && !only.includes(step.name)) continue;
  const startedMs = Date.now();
  const outcome = await step.run(values.grep ?? null).catch((error: unknown): Outcome => {
    // A part that cannot even be judged must not cost us the closing line.
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: 0, failures: [`${step.name}: ${why}`] };
  });
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  const skipped = outcome.skipped === 0 ? '' : `, skipped ${outcome.skipped}`;
  console.log(
    `${step.name.padEnd(13)} ok ${outcome.passed}, broken ${outcome.failed}${skipped}  (${seconds} s)`,
  );
  for (const failure of outcome.failures) console.log(`\n${indent(failure)}\n`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
// A run in which nothing was tested has proved nothing.
if (total.passed + total.failed === 0) total.failed = 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
