/**
 * Lets the user point at the field of a code, once. Put into the documents of a tab by the background when the user asked
 * for it in the popup; it sees where the pointer is, draws around fields, and goes away.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { send } from '../../utils/platform/send.ts';
import type { TeachPush } from '../../utils/protocol.ts';
import { type Pointing, startPointing } from './pointing.ts';

interface World {
  /** Seen by our own scripts only: each extension has a world of its own. */
  tallystickTeaches?: boolean;
}

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world.tallystickTeaches) return;
  world.tallystickTeaches = true;
  let pointing: Pointing | null = null;
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isTeachPush(message)) return;
    const { nonce, words } = message;
    pointing?.stop();
    pointing = null;
    if (words === null) return;
    pointing = startPointing(words, {
      isTop: window.top === window,
      done: (told) => void send('teach.done', { nonce, ...told }).catch(() => undefined),
      ended: () => void send('teach.ended', { nonce }).catch(() => undefined),
    });
  });
});

function isTeachPush(message: unknown): message is TeachPush {
  return typeof message === 'object' && message !== null && (message as TeachPush).tallystick === 'teach';
}
