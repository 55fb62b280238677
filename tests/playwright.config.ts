/** Browser tests on Chromium with the built extension. Each test has a browser and a profile of its own. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  // The build machine is shared: a race of one test must not hold up the rest. It is named in the output all the same.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 15_000, navigationTimeout: 20_000 },
  reporter: 'list',
});
