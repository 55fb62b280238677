/**
 * Finds the code field of a document, marks it, and writes one code that the background hands over. Put in by the background
 * only: when the gate of a granted site asked for it, or when the user did.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageWorld } from '../../utils/platform/dom/page-world.ts';
import { createFinder } from './finder.ts';
import { isFillPush, isRulesPush, receive } from './receive.ts';

interface World extends PageWorld {
  tallystickFinder?: ReturnType<typeof createFinder>;
}

export default defineUnlistedScript(() => {
  // Seen by our own scripts only: each extension has a world of its own. Put in again, it looks again and reports again.
  const world = globalThis as World;
  if (world.tallystickFinder?.isAlive()) return world.tallystickFinder.reportAgain();
  const finder = createFinder();
  world.tallystickFinder = finder;
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    // A finder that was ended left its listener behind; the one that came after it answers.
    if (world.tallystickFinder !== finder) return;
    if (isFillPush(message)) void receive(message, finder);
    else if (isRulesPush(message)) finder.learn(message.rules);
  });
  finder.start();
});
