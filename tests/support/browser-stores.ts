/** The adapters of all stores and their contract, as one script to be run inside an extension of a real browser. */
import { resolve } from 'node:path';
import { build } from 'vite';

/** @returns a script after which `storeContract.brokenPromisesOf(name)` can be asked for. */
export async function storeContractScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: resolve(import.meta.dirname, 'browser-stores-entry.ts'),
        formats: ['iife'],
        name: 'storeContract',
      },
    },
  });
  const [{ output }] = built as { output: { code: string }[] }[] as [{ output: { code: string }[] }];
  return `${output[0]?.code}; globalThis.storeContract = storeContract;`;
}
