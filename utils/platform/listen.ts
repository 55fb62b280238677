/** Puts the handlers behind the browser's messages. Call in the first turn, or the message that woke the worker is lost. */
import { browser } from 'wxt/browser';
import { type MessageName, protocol } from '../protocol.ts';
import { messenger } from './send.ts';
import { answer, type Handlers } from './serve.ts';

export function listen(handlers: Handlers): void {
  const us = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
  for (const name of Object.keys(protocol) as MessageName[]) {
    messenger.onMessage(name, ({ data, sender }) => answer(handlers, us, { name, request: data }, sender));
  }
}
