/** TokenIM: binding a phone, and changing it after the old number, the key or the mailbox has vouched. */

import { html } from '../../html.ts';
import { filled } from '../../language.ts';
import { goOn } from '../../layout.ts';
import type { Member } from '../../members.ts';
import { maskedNumber } from '../../phones.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, remember, saying } from '../members/brand.ts';
import { type CodePage, codePage } from '../members/code-page.ts';
import { sendNotice } from '../members/deliver.ts';
import { keyCodePage } from '../members/otp-page.ts';
import { hasProven, isReply, prove, signedIn } from '../members/session.ts';

const NEW = '/tokenim/phone/new';

export function phoneRoutes(brand: Brand): readonly Route[] {
  return [bindPage(brand), oldNumberPage(brand), oldByMailPage(brand), newNumberPage(brand)]
    .flatMap(codePage)
    .concat(
      keyCodePage({
        brand,
        path: '/tokenim/phone/change/key',
        words: ({ tokenim }) => tokenim.oldByKey,
        target(visit) {
          const member = withPhone(visit, brand);
          if (isReply(member) || member.otp !== null) return member;
          return saying(visit, brand, { ...visit.words.tokenim.noKey, next: '/tokenim/phone/change' });
        },
        accepted: (visit) => vouched(visit, brand),
      }),
    );
}

function bindPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/tokenim/phone/bind',
    purpose: 'bind',
    channels: ['sms', 'call'],
    words: ({ tokenim }) => tokenim.bind,
    target(visit) {
      const member = signedIn(visit, brand);
      if (isReply(member)) return member;
      if (member.phone === null) return { member, to: null };
      return saying(visit, brand, { ...visit.words.tokenim.isBound, next: '/tokenim/phone/change' });
    },
    accepted(visit, member, number) {
      member.phone = number;
      remember(visit, member, 'phoneBound');
      const { done, doneText } = visit.words.tokenim.bind;
      const text = filled(doneText, { number: maskedNumber(number) });
      return saying(visit, brand, { title: done, text, isGood: true });
    },
  };
}

/** The member of a bound phone, or what is shown instead. */
function withPhone(visit: Visit, brand: Brand): ReturnType<typeof signedIn> {
  const member = signedIn(visit, brand);
  if (isReply(member) || member.phone !== null) return member;
  return saying(visit, brand, { ...visit.words.tokenim.notBound, next: '/tokenim/phone/bind' });
}

function vouched(visit: Visit, brand: Brand) {
  prove(visit, brand, 'old');
  return goOn(visit, NEW);
}

function oldNumberPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/tokenim/phone/change',
    purpose: 'old',
    channels: ['sms', 'call'],
    words: ({ tokenim }) => tokenim.old,
    target(visit) {
      const member = withPhone(visit, brand);
      return isReply(member) ? member : { member, to: member.phone };
    },
    below(visit) {
      const { old, oldByKey, oldByMail } = visit.words.tokenim;
      return html`<h2>${old.cannot}</h2><ul class="cells"><li><a href="/tokenim/phone/change/key">${oldByKey.title}</a></li>
<li><a href="/tokenim/phone/change/mail">${oldByMail.title}</a></li></ul>`;
    },
    accepted: (visit) => vouched(visit, brand),
  };
}

function oldByMailPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/tokenim/phone/change/mail',
    purpose: 'old',
    channels: ['mail'],
    words: ({ tokenim }) => tokenim.oldByMail,
    target(visit) {
      const member = withPhone(visit, brand);
      return isReply(member) ? member : { member, to: member.email };
    },
    accepted: (visit) => vouched(visit, brand),
  };
}

function newNumberPage(brand: Brand): CodePage {
  return {
    brand,
    path: NEW,
    purpose: 'new',
    channels: ['sms', 'call'],
    words: ({ tokenim }) => tokenim.new,
    target(visit) {
      const member = withPhone(visit, brand);
      if (isReply(member)) return member;
      return hasProven(visit, brand, 'old') ? { member, to: null } : goOn(visit, '/tokenim/phone/change');
    },
    accepted: (visit, member, number) => changed(visit, brand, member, number),
  };
}

function changed(visit: Visit, brand: Brand, member: Member, number: string) {
  const { done, doneText, notice } = visit.words.tokenim.new;
  const old = member.phone;
  member.phone = number;
  visit.session.members.get(brand.id)?.proofs.delete('old');
  remember(visit, member, 'phoneChanged');
  for (const to of [old, number, member.email]) {
    sendNotice(visit, brand, to, filled(notice, { number: maskedNumber(number) }));
  }
  const text = filled(doneText, { number: maskedNumber(number) });
  return saying(visit, brand, { title: done, text, isGood: true });
}
