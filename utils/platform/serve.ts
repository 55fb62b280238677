/**
 * The background's side of messages. Checks in order: who sent it as the *browser* reports it, whether that side may send
 * this message, its strict shape; only then the handler runs.
 */
import * as v from 'valibot';
import { isFault } from '../fault.ts';
import { type CheckedRequestOf, type MessageName, protocol, type ReplyOf } from '../protocol.ts';
import type { Envelope } from './send.ts';

/** What the browser vouches for about a document that asked. */
export interface PageContext {
  /** Never `"null"`: an opaque origin is refused before. */
  readonly origin: string;
  readonly url: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
  /** Address of the tab's top document; null where the browser does not tell. */
  readonly tabUrl: string | null;
}
export type OursContext = Record<never, never>;
type ContextOf<N extends MessageName> = (typeof protocol)[N]['from'] extends 'page'
  ? PageContext
  : OursContext;
export type Handler<N extends MessageName> = (
  request: CheckedRequestOf<N>,
  context: ContextOf<N>,
) => Promise<ReplyOf<N>>;
export type Handlers = { readonly [N in MessageName]: Handler<N> };

type Sender = chrome.runtime.MessageSender;
interface Us {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
}

/** Never throws: what went wrong comes back as an envelope that holds a code and no value. */
export async function answer(
  handlers: Handlers,
  us: Us,
  message: { readonly name: string; readonly request: unknown },
  sender: Sender,
): Promise<Envelope> {
  const { name } = message;
  if (!isMessageName(name)) return { ok: false, code: 'message/malformed' };
  const context = protocol[name].from === 'ours' ? oursContext(sender, us) : pageContext(sender, us);
  if (context === null) return { ok: false, code: 'message/forbidden' };
  const request = v.safeParse(protocol[name].schema, message.request);
  if (!request.success) return { ok: false, code: 'message/malformed' };
  try {
    const handler = handlers[name] as (request: unknown, context: unknown) => Promise<unknown>;
    const value = await handler(request.output, context);
    return { ok: true, value: protocol[name].from === 'page' ? null : value };
  } catch (error) {
    if (protocol[name].from === 'page') return { ok: true, value: null };
    if (isFault(error)) return { ok: false, code: error.code, detail: error.detail };
    if (!isEndOfBrowser(error)) reportMistake(name, error);
    return { ok: false, code: 'unexpected' };
  }
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(protocol, name);
}

function originOf(sender: Sender): string | null {
  if (sender.origin !== undefined) return sender.origin;
  try {
    return sender.url === undefined ? null : new URL(sender.url).origin;
  } catch {
    return null;
  }
}

/** An extension page framed by a web page has our origin and a frame that is not the top one: not ours. */
function oursContext(sender: Sender, us: Us): OursContext | null {
  if (sender.id !== us.id || originOf(sender) !== us.origin) return null;
  if (sender.frameId !== undefined && sender.frameId !== 0) return null;
  const tabUrl = sender.tab?.url;
  return tabUrl === undefined || tabUrl.startsWith(`${us.origin}/`) ? {} : null;
}

/** `sender.url` lies about sandboxed frames, `sender.origin` does not: those are `"null"`. */
function pageContext(sender: Sender, us: Us): PageContext | null {
  const { id, tab, frameId, documentId, url } = sender;
  const origin = originOf(sender);
  if (id !== us.id || tab?.id === undefined || frameId === undefined || documentId === undefined) return null;
  if (origin === null || !/^https?:\/\//.test(origin)) return null;
  return { origin, url: url ?? origin, tabId: tab.id, frameId, documentId, tabUrl: tab.url ?? null };
}

/** A question that was under way when the browser closed: every call of ours is refused then, and nobody waits any more. */
function isEndOfBrowser(error: unknown): boolean {
  return error instanceof Error && /browser is shutting down/i.test(error.message);
}

/** Name and frames only: a message of an error may quote what a user typed. */
export function reportMistake(name: string, error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : '';
  // biome-ignore lint/suspicious/noConsole: the one place where our own broken promises are shown.
  console.error(`${name} broke: ${error instanceof Error ? error.name : typeof error}\n${frames}`);
}
