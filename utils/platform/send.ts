/** How our pages and the content script ask the background. Types only: no schema reaches a page. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import { Fault, type FaultCode } from '../fault.ts';
import type { MessageName, Pulse, ReplyOf, RequestOf } from '../protocol.ts';

export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: FaultCode; readonly detail?: string };

type Wire = Record<MessageName, (request: unknown) => Envelope>;
export const messenger = defineExtensionMessaging<Wire>();

/** @throws Fault: the background's own, or `message/unreachable` when nobody answered. */
export async function send<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
  const answer = await ask(name, request);
  if (!answer.ok) throw new Fault(answer.code, answer.detail);
  return answer.value as ReplyOf<N>;
}

async function ask(name: MessageName, request: unknown): Promise<Envelope> {
  const answer = await messenger.sendMessage(name, request).catch(() => undefined);
  return (answer as Envelope | undefined) ?? { ok: false, code: 'message/unreachable' };
}

/** Calls back when what a page shows may be stale. @returns the way to stop. */
export function onPulse(listener: (about: Pulse['about']) => void): () => void {
  const heard = (message: unknown) => {
    if (isPulse(message)) listener(message.about);
  };
  browser.runtime.onMessage.addListener(heard);
  return () => browser.runtime.onMessage.removeListener(heard);
}

function isPulse(message: unknown): message is Pulse {
  return typeof message === 'object' && message !== null && (message as Pulse).tallystick === 'pulse';
}
