/** Builds the command-line tools into `.output/cli`: one file each, for any Node from 20 on. */
import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

export async function bundleCli(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: resolve(ROOT, 'utils/cli/convert-main.ts'),
      outDir: resolve(ROOT, '.output/cli'),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'convert.mjs', codeSplitting: false } },
    },
    // sql.js looks for its WebAssembly beside itself.
    ssr: { noExternal: true, external: ['sql.js'] },
  });
}
