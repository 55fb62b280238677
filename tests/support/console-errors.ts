/** Collects what our own pages, worker and content scripts complain about, so that no test passes over a broken console. */
import type { BrowserContext, ConsoleMessage, Page, Worker } from '@playwright/test';

export interface ConsoleErrors {
  /** Errors so far, oldest first, without those a test said to expect. */
  list(): string[];
  /** From now on (and backwards) errors that match are no reason to fail. */
  expect(pattern: RegExp): void;
  add(error: string): void;
  watchContext(context: BrowserContext): void;
  /** For pages of another connection, such as the real popup. */
  watchPage(page: Page): void;
  watchWorker(worker: Worker): void;
}

export function collectErrors(): ConsoleErrors {
  const errors: string[] = [];
  const expected: RegExp[] = [];
  const isOurs = (address: string) => address.startsWith('chrome-extension://');
  const note = (message: ConsoleMessage, where: string) => {
    if (message.type() !== 'error') return;
    // What a visited site logs is its own affair; what our script logs there is ours.
    if (!isOurs(where) && !isOurs(message.location().url)) return;
    errors.push(`${where}: ${message.text()}`);
  };
  const watchPage = (page: Page) => {
    page.on('console', (message) => note(message, page.url()));
    page.on('pageerror', (error) => {
      if (isOurs(page.url()) || (error.stack ?? '').includes('chrome-extension://')) {
        errors.push(`${page.url()}: ${error.stack ?? error.message}`);
      }
    });
  };
  const watchWorker = (worker: Worker) => {
    worker.on('console', (message) => note(message, worker.url()));
  };
  return {
    list: () => errors.filter((error) => !expected.some((pattern) => pattern.test(error))),
    expect: (pattern) => expected.push(pattern),
    add: (error) => errors.push(error),
    watchContext(context) {
      context.pages().forEach(watchPage);
      context.on('page', watchPage);
      context.serviceWorkers().forEach(watchWorker);
      context.on('serviceworker', watchWorker);
    },
    watchPage,
    watchWorker,
  };
}
