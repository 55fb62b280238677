/** How a code leaves a service: as a text message, a call or a mail, with what the switches do to it on the way. */
import { randomInt } from 'node:crypto';
import { filled } from '../../language.ts';
import { maskedNumber } from '../../phones.ts';
import type { CodePurpose, Sending } from '../../sent-codes.ts';
import type { Visit } from '../../service.ts';
import type { Brand } from './brand.ts';

export type Channel = 'sms' | 'call' | 'mail';
const LATE_MS = 30_000;
/** A card of someone else's, not a company's range: what phishing comes from. */
const STRANGER = '+8617012345678';

/** @param text with the places `{code}` and `{minutes}`. */
export function sendCode(
  visit: Visit,
  brand: Brand,
  asked: {
    readonly purpose: CodePurpose;
    readonly channel: Channel;
    readonly text: string;
    /** Said to be sent, and lost on the way. */
    readonly isLost: boolean;
  },
): Sending {
  const { town } = visit.world;
  const isOn = (name: Parameters<typeof town.switches.isOn>[1]) => town.switches.isOn(brand.id, name);
  const sending = town.sentCodes.send(asked.purpose, asked.channel, brand.rule, isOn('code-expired'));
  if (sending.did !== 'sent' || asked.isLost || isOn('code-not-sent')) return sending;
  const code = isOn('code-wrong') ? otherThan(sending.code) : sending.code;
  const minutes = Math.round(brand.rule.validMs / 60_000);
  const arrivesAtMs = town.nowMs() + (isOn('code-late') ? LATE_MS : 0);
  town.inboxes.deliver(asked.purpose.to, {
    kind: asked.channel,
    from: asked.channel === 'mail' ? brand.mailFrom : brand.sender,
    subject: asked.channel === 'mail' ? visit.words.members.mailSubject : null,
    text: written(visit, brand, asked.channel, filled(asked.text, { code, minutes }), code),
    code,
    arrivesAtMs,
  });
  if (asked.channel === 'sms' && isOn('other-messages')) deliverOthers(visit, asked.purpose.to);
  return sending;
}

/** A message without a code, such as that a number was changed. */
export function sendNotice(visit: Visit, brand: Brand, to: string | null, text: string): void {
  if (to === null) return;
  const { tag, name } = brand.words(visit.words);
  const isMail = to.includes('@');
  visit.world.town.inboxes.deliver(to, {
    kind: isMail ? 'mail' : 'sms',
    from: isMail ? brand.mailFrom : brand.sender,
    subject: isMail ? name : null,
    text: isMail ? text : `${tag}${text}`,
    code: null,
    arrivesAtMs: visit.world.town.nowMs(),
  });
}

function written(visit: Visit, brand: Brand, channel: Channel, sentence: string, code: string): string {
  const { words } = visit;
  if (channel === 'mail') return sentence;
  if (channel === 'call')
    return filled(words.members.call, { name: brand.words(words).name, code: [...code].join(' ') });
  return `${brand.words(words).tag}${sentence}${brand.bindsCodes ? boundLine(visit, brand, code) : ''}`;
}

/** The last line of the web standard, "Origin-bound one-time codes": a host name, so none for a bare address. */
function boundLine(visit: Visit, brand: Brand, code: string): string {
  if (visit.world.town.switches.isOn(brand.id, 'code-for-other-site'))
    return `\n\n@other-site.example #${code}`;
  const { hostname } = visit.url;
  return /^[\d.]+$|:/.test(hostname) ? '' : `\n\n@${hostname} #${code}`;
}

function deliverOthers(visit: Visit, to: string): void {
  const { parcel, bill, phishing } = visit.words.members.others;
  const send = (from: string, text: string) =>
    visit.world.town.inboxes.deliver(to, {
      kind: 'sms',
      from,
      subject: null,
      text,
      code: null,
      arrivesAtMs: visit.world.town.nowMs(),
    });
  send('106980095000', parcel);
  send('10086', filled(bill, { number: maskedNumber(to) }));
  send(STRANGER, phishing);
}

function otherThan(code: string): string {
  const moved = (Number(code) + 1 + randomInt(10 ** code.length - 1)) % 10 ** code.length;
  return String(moved).padStart(code.length, '0');
}
