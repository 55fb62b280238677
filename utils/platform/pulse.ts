/** Tells our own pages that what they show may be stale. */
import { browser } from 'wxt/browser';
import type { Pulse } from '../protocol.ts';

/** Nobody listening is normal: no page of ours is open then. */
export function pulse(about: Pulse['about']): void {
  const message: Pulse = { tallystick: 'pulse', about };
  browser.runtime.sendMessage(message).catch(() => undefined);
}
