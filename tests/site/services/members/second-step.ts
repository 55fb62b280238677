/** The second step of signing in: a code by text message or of an authenticator, each with a way to the other. */

import type { Reply } from '../../exchange.ts';
import { html, type Markup } from '../../html.ts';
import type { Words } from '../../language.ts';
import type { Member } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import type { Brand } from './brand.ts';
import { codePage } from './code-page.ts';
import { keyCodePage } from './otp-page.ts';
import { frozen, isFrozen, namedMember } from './session.ts';
import { letIn, type SecondStep, signInSheet } from './sign-in.ts';

export function secondStepRoutes(
  brand: Brand,
  words: (words: Words) => { readonly title: string; readonly hint: string; readonly message: string },
  may: (visit: Visit, member: Member, step: SecondStep) => boolean = has,
  /** For whom no code arrives. */
  rescue: string | null = null,
): readonly Route[] {
  const target = (step: SecondStep) => (visit: Visit) =>
    owing(visit, brand, (member) => may(visit, member, step));
  const other = (step: SecondStep) => (visit: Visit) => {
    const found = namedMember(visit, brand);
    return found !== null && may(visit, found.member, step) ? wayTo(visit, brand, step) : html``;
  };
  const accepted = (visit: Visit, member: Member) => letIn(visit, brand, member);
  return [
    ...codePage({
      brand,
      path: `${brand.home}/sign-in/sms`,
      purpose: 'signIn',
      channels: ['sms', 'call'],
      words,
      target(visit) {
        const member = target('sms')(visit);
        return 'salt' in member ? { member, to: member.phone } : member;
      },
      below: (visit) => html`${other('otp')(visit)}${rescue === null ? null : wayOut(visit, rescue)}`,
      accepted,
    }),
    ...keyCodePage({
      brand,
      path: `${brand.home}/sign-in/otp`,
      words: ({ members }) => members.keyStep,
      target: target('otp'),
      below: other('sms'),
      accepted,
    }),
  ];
}

export function has(_visit: Visit, member: Member, step: SecondStep): boolean {
  return step === 'sms' ? member.phone !== null : member.otp !== null;
}

/** The usual order: the phone first. */
export function phoneFirst(member: Member): SecondStep | null {
  if (member.phone !== null) return 'sms';
  return member.otp === null ? null : 'otp';
}

function owing(visit: Visit, brand: Brand, may: (member: Member) => boolean): Member | Reply {
  const found = namedMember(visit, brand);
  if (found === null || found.session.stage !== 'owesCode' || !may(found.member)) {
    return signInSheet(visit, brand, null);
  }
  return isFrozen(visit, found.member) ? frozen(visit, brand) : found.member;
}

function wayTo({ words }: Visit, brand: Brand, step: SecondStep): Markup {
  return html`<p><a class="wide" href="${brand.home}/sign-in/${step}">${words.members.otherStep[step]}</a></p>`;
}

function wayOut({ words }: Visit, path: string): Markup {
  return html`<p><a class="wide" href="${path}">${words.members.noCode}</a></p>`;
}
