/**
 * Gives the popup one script. Left alone, the bundler makes some thirty small files of what the popup shares with other pages,
 * and each is a request of its own before the first code is shown.
 */
import type { Plugin } from 'vite';

/** A module takes all that it imports with it. */
const GROUPS = [{ name: 'popup-draws', test: /entrypoints\/popup\//, priority: 1 }];

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

export function popupChunks(): Plugin {
  return {
    name: 'tallystick:popup-chunks',
    enforce: 'pre',
    // The tools add a module without contents to every page: as it does nothing, it need not be fetched.
    load: (id) =>
      id.endsWith('virtual:wxt-html-plugins') ? { code: '', moduleSideEffects: false } : undefined,
    // Scripts that are one file each are built as libraries: there is nothing to group.
    config: ({ build }) =>
      build?.lib ? {} : { build: { rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } } } },
    // A script with one Chinese letter is kept by the engine with two bytes for every letter, and read more slowly.
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.name === 'popup-draws')
          chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
      }
    },
  };
}
