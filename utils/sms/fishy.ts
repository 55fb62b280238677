/** What is wrong with a message, beyond its code: it wants the code passed on, or leads elsewhere than to its sender. */
import { SENDER_HOSTS } from './sender-hosts.ts';
import { LANGUAGES } from './words/languages.ts';

/** Words under `sms.fishy.<reason>`. */
export type FishyReason = 'pass-on' | 'foreign-link' | 'odd-link';

const NOT =
  /(?:n't|勿|不要|别|谨防|不会|不會|任何人|严禁|嚴禁|以免|防止|骗子|诈骗|詐騙|しない|ないで|せん|지 마|하지|않|мошенник|عدم|نده)|(?<!\p{L})(?:never|not|dont|no one|nobody|nor|wont|niemals|nicht|nie|kein\p{L}*|jamais|ne|n['’]\p{L}+|nunca|no|nadie|non|mai|nao|не|никому|никогда|لا|لن|לא|אל|khong|jangan)(?!\p{L})/u;
const LINK = /(?:https?:\/\/|www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:\/\S*)?/giu;
const SCHEME = /^(?:https?:\/\/|www\.)/i;

/** @param text plain, @param lower folded, of one length. */
export function fishyReasons(
  text: string,
  lower: string,
  sender: string | null,
  boundHost: string | null,
): FishyReason[] {
  const reasons: FishyReason[] = [];
  if (asksToPassOn(lower)) reasons.push('pass-on');
  const hosts = hostsIn(text);
  if (hosts.some(isOdd)) reasons.push('odd-link');
  if (hosts.some((host) => isForeign(host, sender, boundHost))) reasons.push('foreign-link');
  return reasons;
}

function asksToPassOn(lower: string): boolean {
  return lower
    .split(/[。!！\n]|\.\s|[;；]/u)
    .some(
      (sentence) =>
        LANGUAGES.some(({ passOn }) => passOn.some((pattern) => pattern.test(sentence))) &&
        !NOT.test(sentence),
    );
}

function hostsIn(text: string): string[] {
  const ip = [...text.matchAll(/https?:\/\/(\d{1,3}(?:\.\d{1,3}){3})/gi)].map(([, host = '']) => host);
  const named = [...text.matchAll(LINK)]
    .filter(
      ({ 0: link, index }) => text[index - 1] !== '@' && (SCHEME.test(link) || /\.[a-z]{2,6}\//i.test(link)),
    )
    .map(([, host = '']) => host.toLowerCase());
  return [...ip, ...named];
}

/** A bare number, letters of two scripts, or the name of one host inside another. */
const isOdd = (host: string) =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || /(?:^|\.)xn--/.test(host) || /[^\p{ASCII}]/u.test(host);

function isForeign(host: string, sender: string | null, boundHost: string | null): boolean {
  if (boundHost !== null) return !isUnder(host, boundHost) && !isUnder(boundHost, host);
  if (sender === null) return false;
  const name = sender.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const own = SENDER_HOSTS.find(({ names }) => names.some((one) => name.includes(one)));
  if (own?.hosts.some((known) => isUnder(host, known))) return false;
  if (own !== undefined) return true;
  // A Latin name stands in its owner's domain; of another script we cannot tell.
  if (!/^[a-z0-9]{3,}$/.test(name)) return false;
  const labels = host.split('.');
  const registrable =
    labels.slice(/^(?:co|com|net|org|gov|edu)$/.test(labels.at(-2) ?? '') ? -3 : -2)[0] ?? '';
  return !(
    registrable === name ||
    registrable.startsWith(name) ||
    (registrable.length > 2 && name.startsWith(registrable))
  );
}

const isUnder = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);
