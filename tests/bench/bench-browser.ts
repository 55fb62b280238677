/** A browser with the bench copy of the extension, and a page of ours from which the background is asked. */
import type { Page } from '@playwright/test';
import type { LaunchOptions } from '../support/chromium.ts';
import { type Extension, startExtension } from '../support/extension.ts';

export interface BenchBrowser {
  readonly extension: Extension;
  ask<T>(name: string, request: unknown): Promise<T>;
  /** Brings the vault up to this many accounts. */
  fillUpTo(accounts: number): Promise<void>;
  /** Opens a page of ours and gives the time from its navigation to this mark. */
  timeToMark(path: string, mark: string): Promise<number>;
}

interface Answer {
  readonly res?: { readonly ok: boolean; readonly value?: unknown; readonly code?: string };
}

export async function withBenchBrowser(
  folder: string,
  work: (browser: BenchBrowser) => Promise<void>,
  options: Pick<LaunchOptions, 'viewport'> = {},
): Promise<void> {
  const { extension, end } = await startExtension({ ...options, extension: folder });
  try {
    const control = await extension.openPage('empty.html');
    await work(benchBrowser(extension, control));
  } finally {
    await end();
  }
}

function benchBrowser(extension: Extension, control: Page): BenchBrowser {
  const ask = async <T>(name: string, request: unknown) => {
    const answer = await control.evaluate<Answer, unknown>(
      (message) => chrome.runtime.sendMessage(message),
      // The envelope of `@webext-core/messaging`.
      { id: 1, type: name, data: request, timestamp: 0 },
    );
    if (answer?.res?.ok !== true) throw new Error(`${name}: ${answer?.res?.code ?? 'no answer'}`);
    return answer.res.value as T;
  };
  return {
    extension,
    ask,
    async fillUpTo(accounts) {
      const { total } = await ask<{ total: number }>('accounts.list', { most: 0, withCodes: 0 });
      const entries = Array.from({ length: accounts - total }, (_, at) => entry(total + at));
      const choices = entries.map(() => 'add');
      if (entries.length > 0) await ask('import.apply', { importer: 'tallystick', entries, choices });
    },
    async timeToMark(path, mark) {
      const page = await extension.openPage(path);
      const time = await page.evaluate(timeOfMark, mark);
      await page.close();
      return time;
    },
  };
}

/** Runs in the page. Told by the browser, not asked for again and again, which would cost the page time. */
export function timeOfMark(mark: string): Promise<number> {
  return new Promise((done) => {
    const observer = new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName(mark);
      if (entry === undefined) return;
      observer.disconnect();
      done(entry.startTime);
    });
    observer.observe({ type: 'mark', buffered: true });
  });
}

/** A secret of its own for each: the number, written in base 32. */
function entry(at: number) {
  const digits = at.toString(32).padStart(4, '0');
  const own = [...digits].map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(digit, 32)]);
  return {
    service: `Service ${at}`,
    login: `person${at}@example.com`,
    otp: {
      kind: 'totp',
      secretBase32: `GEZDGNBVGY3TQOJQGEZDGNBVGY3T${own.join('')}`,
      hash: 'SHA1',
      digits: 6,
      periodSeconds: 30,
    },
    sites: [`service${at}.example.com`],
    note: '',
    tags: [],
    recoveryCodes: [],
    pinned: false,
    trashed: false,
    extra: {},
    notices: [],
  };
}
