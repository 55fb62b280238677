/**
 * One message to the background that wants no answer, in the envelope of `@webext-core/messaging`: for the script that lies on
 * every granted page, of which that library would be the larger half.
 */
import { browser } from 'wxt/browser';
import type { MessageName, RequestOf } from '../protocol.ts';

export function tell<N extends MessageName>(type: N, data: RequestOf<N>): void {
  browser.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() }).catch(() => undefined);
}
