/**
 * Gives the popup two scripts: what asks, and what draws the answers. Left alone, the bundler makes some thirty small files of
 * what the popup shares with other pages, and each is a request of its own before the first code is shown.
 */
import type { Plugin } from 'vite';

/** A module takes all that it imports with it, but what an earlier line took. Vite's helper is what loads the second by the first. */
const GROUPS = [
  {
    name: 'popup-asks',
    test: /components[\\/]state[\\/]first-questions\.ts$|vite[\\/]preload-helper/,
    priority: 2,
  },
  { name: 'popup-draws', test: /components[\\/]popup[\\/]draw-popup\.tsx$/, priority: 1 },
];

export function popupChunks(): Plugin {
  return {
    name: 'tallystick:popup-chunks',
    // Scripts that are one file each are built as libraries: there is nothing to group.
    config: ({ build }) =>
      build?.lib ? {} : { build: { rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } } } },
  };
}
