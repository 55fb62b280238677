/** Builds the pages of the fill matrix from real libraries: each script of `tests/pages/widgets/` that the list names. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { WIDGETS } from '../support/widget-list.ts';

const SOURCE = resolve(import.meta.dirname, '../pages/widgets');

/** @param folder is emptied and filled with one script for each widget, and what they share. */
export async function buildWidgets(folder: string): Promise<void> {
  await build({
    root: SOURCE,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [svelte],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      outDir: folder,
      emptyOutDir: true,
      // Minified code tells less when a page breaks, and takes longer to make.
      minify: false,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: {
        input: Object.fromEntries(WIDGETS.map(({ id }) => [id, resolve(SOURCE, `${id}.js`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  });
}

const svelte: Plugin = {
  name: 'svelte',
  // Before the bundler takes the file for JavaScript.
  enforce: 'pre',
  load(path) {
    if (!path.endsWith('.svelte')) return null;
    const { js } = compile(readFileSync(path, 'utf8'), {
      filename: path,
      generate: 'client',
      css: 'injected',
    });
    return { code: js.code, moduleType: 'js' };
  },
};
