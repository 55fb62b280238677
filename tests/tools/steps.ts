/** The parts of a test run, in the order in which they tell most for the least time. Each is a child with its own time limit. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installMissing } from './browsers.ts';
import { indent, lastLines, type Outcome, readPlaywrightReport, readVitestReport } from './reports.ts';
import { runTool, type ToolRun } from './run-tool.ts';

export interface Step {
  readonly name: string;
  run(grep: string | null): Promise<Outcome>;
}

const MINUTE_MS = 60_000;
/** Tests of what was built: they run after the build, the other contract tests before it. */
const BUILT = [
  'tests/contract/manifest.test.ts',
  'tests/contract/bundles.test.ts',
  'tests/contract/size.test.ts',
];

export const STEPS: readonly Step[] = [
  commands('types', [
    ['wxt', ['prepare']],
    ['tsc', ['--noEmit', '-p', '.']],
  ]),
  commands('lint', [['biome', ['check', '--max-diagnostics=20', '--diagnostic-level=warn', '--colors=off']]]),
  vitest('architecture', ['tests/architecture'], 2 * MINUTE_MS),
  vitest(
    'unit',
    ['tests/unit', 'tests/contract', ...BUILT.map((file) => `--exclude=${file}`)],
    10 * MINUTE_MS,
  ),
  commands('build', [
    ['wxt', ['build']],
    ['wxt', ['build', '-b', 'firefox', '--mv3']],
    ['node', ['tests/tools/build-again.ts']],
    [
      'web-ext',
      ['lint', '--source-dir=.output/firefox-mv3', '--no-config-discovery', '--no-input', '--output=text'],
    ],
  ]),
  vitest('built', BUILT, 2 * MINUTE_MS),
  {
    name: 'chromium',
    async run(grep) {
      const missing = installMissing(console.log).filter((problem) => problem.includes('Chromium'));
      if (missing.length > 0) return broken('chromium', missing[0]);
      const args = [
        'test',
        '--config',
        'tests/playwright.config.ts',
        ...(grep === null ? [] : ['--grep', grep]),
      ];
      return reported('chromium', 'playwright', args, 45 * MINUTE_MS, readPlaywrightReport);
    },
  },
  {
    name: 'firefox',
    async run(grep) {
      const missing = installMissing(console.log).filter((problem) => problem.includes('Firefox'));
      if (missing.length > 0) return broken('firefox', missing[0]);
      return vitest('firefox', [], 15 * MINUTE_MS, 'tests/firefox/vitest.config.ts').run(grep);
    },
  },
];

/** Tools that answer by exit code alone: each counts as one test. */
function commands(name: string, list: readonly (readonly [string, readonly string[]])[]): Step {
  return {
    name,
    async run() {
      const failures: string[] = [];
      for (const [program, args] of list) {
        const done = await runTool(program, args, {
          limitMs: 4 * MINUTE_MS,
          env: { NO_UPDATE_NOTIFIER: '1' },
        });
        if (done.code !== 0) failures.push(whatWentWrong([program, ...args].join(' '), done));
      }
      return { passed: list.length - failures.length, failed: failures.length, skipped: 0, failures };
    },
  };
}

function vitest(
  name: string,
  args: readonly string[],
  limitMs: number,
  config = 'tests/vitest.config.ts',
): Step {
  return {
    name,
    run(grep) {
      const filter = grep === null ? [] : ['--testNamePattern', grep];
      return reported(
        name,
        'vitest',
        ['run', '--config', config, ...args, ...filter],
        limitMs,
        readVitestReport,
      );
    },
  };
}

async function reported(
  name: string,
  program: string,
  args: readonly string[],
  limitMs: number,
  read: (path: string) => Outcome,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-report-'));
  const path = join(folder, 'report.json');
  const reporter = program === 'vitest' ? ['--reporter=json', `--outputFile=${path}`] : ['--reporter=json'];
  try {
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: path, NO_COLOR: '1' };
    const done = await runTool(program, [...args, ...reporter], { limitMs, env });
    if (!existsSync(path) || done.timedOut) return broken(name, whatWentWrong(program, done));
    const outcome = read(path);
    if (done.code === 0 || outcome.failed > 0) return outcome;
    // All tests passed and the tool still failed: an error outside of any test.
    return { ...outcome, failed: 1, failures: [whatWentWrong(program, done)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function broken(name: string, why: string | undefined): Outcome {
  return { passed: 0, failed: 1, skipped: 0, failures: [`${name}: ${why ?? 'could not run'}`] };
}

function whatWentWrong(command: string, { timedOut, tookMs, output, code }: ToolRun): string {
  const seconds = Math.round(tookMs / 1000);
  const head = timedOut
    ? `${command}: still running after ${seconds} s, killed`
    : `${command}: exit code ${code ?? 'none'}`;
  return `${head}\n${indent(lastLines(output, 60))}`;
}
