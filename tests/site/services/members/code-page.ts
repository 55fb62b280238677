/** A page that sends a code and takes it back, on one form, as phone-first services do: number, "get code", code, "confirm". */
import type { Reply } from '../../exchange.ts';
import type { Markup } from '../../html.ts';
import { filled, type Words } from '../../language.ts';
import type { Member } from '../../members.ts';
import { accountsOn, readNumber } from '../../phones.ts';
import type { CodePurpose, CodeVerdict } from '../../sent-codes.ts';
import type { Route, Visit } from '../../service.ts';
import type { Brand } from './brand.ts';
import { codeSheet } from './code-sheet.ts';
import { type Channel, sendCode } from './deliver.ts';
import { isReply } from './session.ts';

/** `to` is null where the visitor enters the number. */
export interface Target {
  readonly member: Member;
  readonly to: string | null;
}

export interface CodePage {
  readonly brand: Brand;
  readonly path: string;
  /** A code passes for this alone. */
  readonly purpose: string;
  /** The first is what "get code" does. */
  readonly channels: readonly [Channel, ...Channel[]];
  words(words: Words): { readonly title: string; readonly hint: string; readonly message: string };
  target(visit: Visit): Target | Reply;
  /** More to fill in, above the code. */
  fields?(visit: Visit): Markup;
  /** More to fill in, under the code: what is lost when the code is sent, such as a password. */
  fieldsBelow?(visit: Visit): Markup;
  /** Ways out, under the form. */
  below?(visit: Visit): Markup;
  /** More that must be right before the code is looked at. @returns what is wrong. */
  check?(visit: Visit, target: Target): string | null;
  accepted(visit: Visit, member: Member, to: string): Reply;
}

/** What the form says besides its fields. */
export interface FormState {
  readonly problem?: string;
  readonly news?: string;
  readonly status?: number;
}

export function codePage(page: CodePage): readonly Route[] {
  return [
    {
      method: 'GET',
      path: page.path,
      handle(visit) {
        const target = page.target(visit);
        return isReply(target) ? target : codeSheet(visit, page, target, {});
      },
    },
    {
      method: 'POST',
      path: page.path,
      handle(visit) {
        const target = page.target(visit);
        return isReply(target) ? target : answer(visit, page, target);
      },
    },
  ];
}

function answer(visit: Visit, page: CodePage, target: Target): Reply {
  const state = target.to === null ? numberTyped(visit, page.brand, target.member) : { to: target.to };
  if (!('to' in state)) return codeSheet(visit, page, target, state);
  const purpose = purposeOf(page, target.member, state.to);
  const asked = visit.form.get('do');
  const channel = page.channels.find((one) => one === asked);
  if (visit.world.town.switches.isOn(page.brand.id, 'rate-limited')) {
    return codeSheet(visit, page, target, tooMany(visit, 15 * 60_000));
  }
  if (channel !== undefined) {
    const isLost = target.member.isHalfUnbound && channel !== 'mail';
    const text = page.words(visit.words).message;
    return codeSheet(visit, page, target, sent(visit, page.brand, { purpose, channel, text, isLost }));
  }
  return confirm(visit, page, target, purpose);
}

export function purposeOf(page: CodePage, member: Member, to: string): CodePurpose {
  return { service: page.brand.id, member: member.name, purpose: page.purpose, to };
}

function numberTyped(visit: Visit, brand: Brand, member: Member): { readonly to: string } | FormState {
  const { form, words, world } = visit;
  const country = brand.countries.find((one) => one === form.get('country')) ?? brand.countries[0] ?? '86';
  const reading = readNumber(country, form.get('phone') ?? '');
  if ('problem' in reading) {
    const { mainland, abroad } = words.members.number;
    return { problem: country === '86' ? mainland[reading.problem] : abroad };
  }
  const { number } = reading;
  if (number === member.phone) return { problem: words.members.number.own };
  const others = accountsOn(world.town.membersOf(brand.id), number).filter((one) => one !== member);
  if (others.length >= brand.accountsPerNumber || world.town.switches.isOn(brand.id, 'number-taken')) {
    const { takenOne, takenMany } = words.members.number;
    const { name } = brand.words(words);
    return {
      problem: filled(brand.accountsPerNumber === 1 ? takenOne : takenMany, {
        name,
        count: brand.accountsPerNumber,
      }),
    };
  }
  return { to: number };
}

function sent(visit: Visit, brand: Brand, asked: Parameters<typeof sendCode>[2]): FormState {
  const { code } = visit.words.members;
  const sending = sendCode(visit, brand, asked);
  if (sending.did === 'tooMany') return { problem: code.tooManySent, status: 429 };
  if (sending.did === 'wait') {
    return { problem: filled(code.wait, { seconds: Math.ceil(sending.waitMs / 1000) }), status: 429 };
  }
  return { news: code.sent[asked.channel] };
}

function tooMany(visit: Visit, waitMs: number): FormState {
  const minutes = Math.ceil(waitMs / 60_000);
  return { problem: filled(visit.words.members.code.tooMany, { minutes }), status: 429 };
}

function confirm(visit: Visit, page: CodePage, target: Target, purpose: CodePurpose): Reply {
  const { code: text } = visit.words.members;
  const { town } = visit.world;
  const { member } = target;
  const problem = page.check?.(visit, target) ?? null;
  if (problem !== null) return codeSheet(visit, page, target, { problem });
  const typed = (visit.form.get('otp') ?? '').replace(/\s/g, '');
  if (!/^[0-9]+$/.test(typed) || typed.length !== page.brand.rule.digits) {
    return codeSheet(visit, page, target, {
      problem: filled(text.malformed, { digits: page.brand.rule.digits }),
    });
  }
  const verdict = town.sentCodes.check(purpose, typed);
  if (verdict === 'accepted') {
    countAccepted(visit, member, page.channels[0] !== 'mail');
    return page.accepted(visit, member, purpose.to);
  }
  if (verdict !== 'notSent') member.codesRefused += 1;
  return codeSheet(visit, page, target, refused(visit, verdict, town.sentCodes.lockedMs(purpose)));
}

function refused(visit: Visit, verdict: Exclude<CodeVerdict, 'accepted'>, lockedMs: number): FormState {
  return verdict === 'tooMany' ? tooMany(visit, lockedMs) : { problem: visit.words.members.code[verdict] };
}

export function countAccepted({ world }: Visit, member: Member, isByPhone: boolean): void {
  member.codesAccepted += 1;
  member.lastCodeMs = world.town.nowMs();
  if (isByPhone) member.lastSmsMs = world.town.nowMs();
}
