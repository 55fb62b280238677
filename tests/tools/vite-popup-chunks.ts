/**
 * Gives the popup one script. Left alone, the bundler makes some thirty small files of what the popup shares with other pages,
 * and each is a request of its own before the first code is shown.
 */
import type { Plugin } from 'vite';

/**
 * A module takes all that it imports with it. What every page of ours has comes first and stays by itself, or the rescue page
 * would hang on the popup.
 */
const GROUPS = [
  {
    name: 'pages',
    test: new RegExp(
      [
        'vite/preload-helper',
        'utils/(?:fault|protocol)\\.ts$',
        'utils/platform/(?:send|settings|popup-window)\\.ts$',
        'components/text/(?:en|zh-CN)/faults\\.json$',
      ].join('|'),
    ),
    priority: 2,
  },
  { name: 'popup-draws', test: /entrypoints\/popup\//, priority: 1 },
];

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
  };
}
