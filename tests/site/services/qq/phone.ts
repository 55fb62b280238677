/** QQ: binding the security phone, showing that one still has it, and the way in when nothing else is left. */

import { filled } from '../../language.ts';
import { goOn } from '../../layout.ts';
import { maskedNumber } from '../../phones.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, remember, saying } from '../members/brand.ts';
import { codePage } from '../members/code-page.ts';
import { begin, isReply, namedMember } from '../members/session.ts';
import { whoPage } from '../members/who.ts';
import { settledMember } from './settle.ts';

export function phoneRoutes(brand: Brand): readonly Route[] {
  return [
    ...codePage({
      brand,
      path: '/qq/phone/bind',
      purpose: 'bind',
      channels: ['sms', 'call'],
      words: ({ qq }) => qq.bind,
      target(visit) {
        const member = settledMember(visit, brand);
        if (isReply(member)) return member;
        if (member.phone === null) return { member, to: null };
        return saying(visit, brand, { ...visit.words.qq.isBound, next: '/qq/security' });
      },
      accepted(visit, member, number) {
        member.phone = number;
        member.isUnbound = false;
        remember(visit, member, 'phoneBound');
        const { done, doneText } = visit.words.qq.bind;
        const text = filled(doneText, { number: maskedNumber(number) });
        return saying(visit, brand, { title: done, text, isGood: true, next: '/qq/security' });
      },
    }),
    ...codePage({
      brand,
      path: '/qq/phone/verify',
      purpose: 'verify',
      channels: ['sms', 'call'],
      words: ({ qq }) => qq.verify,
      target: (visit) => boundTarget(visit, brand),
      accepted(visit, member) {
        remember(visit, member, 'codeVerified');
        const { done, doneText } = visit.words.qq.verify;
        return saying(visit, brand, { title: done, text: doneText, isGood: true, next: '/qq/phone/unbind' });
      },
    }),
  ];
}

export function boundTarget(visit: Visit, brand: Brand) {
  const member = settledMember(visit, brand);
  if (isReply(member)) return member;
  return member.phone === null ? goOn(visit, '/qq/security') : { member, to: member.phone };
}

/** The mailbox vouches for who cannot get in after the phone is gone. */
export function rescueRoutes(brand: Brand): readonly Route[] {
  return [
    ...whoPage({
      brand,
      path: '/qq/rescue',
      next: '/qq/rescue/code',
      by: 'email',
      words: ({ qq }) => qq.rescue,
    }),
    ...codePage({
      brand,
      path: '/qq/rescue/code',
      purpose: 'rescue',
      channels: ['mail'],
      words: ({ qq }) => qq.rescue,
      target(visit) {
        const found = namedMember(visit, brand);
        return found === null ? goOn(visit, '/qq/rescue') : { member: found.member, to: found.member.email };
      },
      accepted(visit, member) {
        begin(visit, brand, member.name, 'signedIn');
        remember(visit, member, 'signedIn');
        return goOn(visit, member.isHalfUnbound ? '/qq/phone/unbind/again' : '/qq/security');
      },
    }),
  ];
}
