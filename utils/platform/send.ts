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

/** What may be asked twice: it changes nothing, or a second time changes nothing more. */
const REPEATABLE: ReadonlySet<MessageName> = new Set([
  'vault.status',
  'states.list',
  'states.look',
  'vault.lock',
  'accounts.list',
  'codes.read',
  'codes.ofFactor',
  'bind.read',
  'bind.find',
  'bind.waiting',
  'bind.forget',
  'bind.check',
  'site.state',
  'fill.frames',
  'filling.read',
  'backup.seal',
  'backup.review',
  'export.outline',
  'backups.list',
  'flow.list',
  'flow.read',
  'factors.list',
  'factors.find',
  'factors.readCodes',
  'devices.list',
  'simulate.lost',
  'checkup.read',
  'sms.read',
  'journal.read',
  'journal.verify',
  'journal.export',
  'guides.read',
  'guides.offers',
  'guides.carriers',
  'directory.suggestSites',
  'directory.status',
]);
const MOST_ASKED = 3;

/** The worker may end over a question, and the browser then answers for it with nothing: the next one wakes a new worker. */
async function ask(name: MessageName, request: unknown): Promise<Envelope> {
  const times = REPEATABLE.has(name) ? MOST_ASKED : 1;
  for (let asked = 0; asked < times; asked += 1) {
    const answer = await messenger.sendMessage(name, request).catch(() => undefined);
    if (answer !== undefined && answer !== null) return answer as Envelope;
  }
  return { ok: false, code: 'message/unreachable' };
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
