/**
 * Judges clicks on the mark, for sites where the user chose that one click fills. Put in by the background there only; without
 * it every click opens the popup.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchClicks } from '../../utils/platform/dom/click-guard.ts';
import type { PageWorld } from '../../utils/platform/dom/page-world.ts';
import { shadowOf } from '../../utils/platform/dom/shadow.ts';

export default defineUnlistedScript(() => {
  const world = globalThis as PageWorld;
  world.tallystickClick ??= watchClicks(() => world.tallystickMark, shadowOf);
});
