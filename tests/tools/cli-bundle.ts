/** Builds the command-line tools into `.output/cli`: one file each, for any Node from 20 on. */
import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

const TOOLS = ['convert', 'open'] as const;

export async function bundleCli(): Promise<void> {
  for (const tool of TOOLS) {
    await build({
      root: ROOT,
      configFile: false,
      // The project's own stands on what `wxt prepare` writes, which a fresh clone has not.
      tsconfig: resolve(import.meta.dirname, 'cli.tsconfig.json'),
      logLevel: 'warn',
      publicDir: false,
      build: {
        ssr: resolve(ROOT, `utils/cli/${tool}-main.ts`),
        outDir: resolve(ROOT, '.output/cli'),
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: `${tool}.mjs`, codeSplitting: false } },
      },
      // sql.js looks for its WebAssembly beside itself.
      ssr: { noExternal: true, external: ['sql.js'] },
    });
  }
}
