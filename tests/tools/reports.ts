/** Reads the JSON reports of vitest and Playwright: how many tests passed, and the useful part of what failed. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One text for each failure: where, what was promised, and why it broke. */
  readonly failures: readonly string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

export function readVitestReport(path: string): Outcome {
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const failures: string[] = [];
  let brokenFiles = 0;
  for (const file of report.testResults) {
    const where = relative(process.cwd(), file.name);
    for (const test of file.assertionResults) {
      if (test.status !== 'failed') continue;
      failures.push(
        `${where} › ${test.fullName}\n${indent(firstLines(test.failureMessages?.join('\n') ?? '', 14))}`,
      );
    }
    // A file that cannot even be loaded has no tests to count, and must not look like success.
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) {
      brokenFiles += 1;
      failures.push(`${where}\n${indent(firstLines(file.message, 14))}`);
    }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests,
    failures,
  };
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

export function readPlaywrightReport(path: string): Outcome {
  const report = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport;
  const count = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const failures = report.errors.map(({ message }) => firstLines(plain(message ?? ''), 14));
  const walk = (suite: PlaywrightSuite): void => {
    for (const spec of suite.specs) {
      for (const test of spec.tests) {
        count[test.status] += 1;
        if (test.status !== 'unexpected' && test.status !== 'flaky') continue;
        const errors = (test.results[0]?.errors ?? []).map(({ message }) =>
          firstLines(plain(message ?? ''), 14),
        );
        const tries = test.status === 'flaky' ? ' (right at the second try: a race to be found)' : '';
        failures.push(`${spec.file}:${spec.line} › ${spec.title}${tries}\n${indent(errors.join('\n\n'))}`);
      }
    }
    suite.suites?.forEach(walk);
  };
  report.suites.forEach(walk);
  return {
    // Where a second try is allowed (the build machine), a test that needed it is named in the output and counts as passed.
    passed: count.expected + count.flaky,
    failed: count.unexpected + report.errors.length,
    skipped: count.skipped,
    failures,
  };
}

export function firstLines(text: string, most: number): string {
  const lines = text.split('\n').filter((line) => !/node_modules\/|node:internal/.test(line));
  return lines.length <= most ? lines.join('\n') : [...lines.slice(0, most), '…'].join('\n');
}

export function lastLines(text: string, most: number): string {
  return plain(text).trimEnd().split('\n').slice(-most).join('\n');
}

export function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with one.
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '');
}
