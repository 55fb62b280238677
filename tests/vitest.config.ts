/** Unit, contract and architecture tests: Node, no network, `wxt/browser` is WXT's in-memory fake. DOM tests ask for happy-dom themselves. */
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,contract,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    mockReset: true,
    restoreMocks: true,
    testTimeout: 15_000,
    // Failures are read from a report that holds the message and no comparison: it should say what was there.
    chaiConfig: { truncateThreshold: 1500 },
    // The machines that run this have two cores: more workers only wait for each other.
    maxWorkers: 2,
  },
});
