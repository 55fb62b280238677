/** B特派: bind, change by the number in use, unbind so that the number is free for another account. */
import { html } from '../../html.ts';
import { filled } from '../../language.ts';
import { goOn } from '../../layout.ts';
import { maskedNumber, readNumber } from '../../phones.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, remember, saying } from '../members/brand.ts';
import { type CodePage, codePage } from '../members/code-page.ts';
import { sendNotice } from '../members/deliver.ts';
import { hasProven, isReply, prove, signedIn } from '../members/session.ts';

const SECURITY = '/btepai/me/security';

export function phoneRoutes(brand: Brand): readonly Route[] {
  return [bindPage(brand), oldNumberPage(brand), newNumberPage(brand), unbindPage(brand)].flatMap(codePage);
}

function bindPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/btepai/phone/bind',
    purpose: 'bind',
    channels: ['sms'],
    words: ({ btepai }) => btepai.bind,
    target(visit) {
      const member = signedIn(visit, brand);
      if (isReply(member)) return member;
      if (member.phone === null) return { member, to: null };
      return saying(visit, brand, { ...visit.words.btepai.isBound, next: SECURITY });
    },
    accepted(visit, member, number) {
      member.phone = number;
      remember(visit, member, 'phoneBound');
      return done(visit, brand, visit.words.btepai.bind, number);
    },
  };
}

function bound(visit: Visit, brand: Brand) {
  const member = signedIn(visit, brand);
  if (isReply(member)) return member;
  if (member.phone !== null) return { member, to: member.phone };
  return saying(visit, brand, { ...visit.words.btepai.notBound, next: '/btepai/phone/bind' });
}

function oldNumberPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/btepai/phone/change',
    purpose: 'old',
    channels: ['sms'],
    words: ({ btepai }) => btepai.old,
    target: (visit) => bound(visit, brand),
    fields: ({ words, form }) => html`<label for="phone">${words.btepai.old.label}</label>
<input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel-national" value="${form.get('phone') ?? ''}" required>`,
    check({ form, words }, { to }) {
      const reading = readNumber('86', form.get('phone') ?? '');
      return 'number' in reading && reading.number === to ? null : words.btepai.old.wrongNumber;
    },
    accepted(visit) {
      prove(visit, brand, 'old');
      return goOn(visit, '/btepai/phone/new');
    },
  };
}

function newNumberPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/btepai/phone/new',
    purpose: 'new',
    channels: ['sms'],
    words: ({ btepai }) => btepai.new,
    target(visit) {
      const target = bound(visit, brand);
      if (isReply(target)) return target;
      return hasProven(visit, brand, 'old') ? { ...target, to: null } : goOn(visit, '/btepai/phone/change');
    },
    accepted(visit, member, number) {
      const old = member.phone;
      member.phone = number;
      visit.session.members.get(brand.id)?.proofs.delete('old');
      remember(visit, member, 'phoneChanged');
      const { notice } = visit.words.btepai.new;
      for (const to of [old, number])
        sendNotice(visit, brand, to, filled(notice, { number: maskedNumber(number) }));
      return done(visit, brand, visit.words.btepai.new, number);
    },
  };
}

function unbindPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/btepai/phone/unbind',
    purpose: 'unbind',
    channels: ['sms'],
    words: ({ btepai }) => btepai.unbind,
    target: (visit) => bound(visit, brand),
    accepted(visit, member, number) {
      member.phone = null;
      remember(visit, member, 'phoneUnbound');
      return done(visit, brand, visit.words.btepai.unbind, number);
    },
  };
}

function done(visit: Visit, brand: Brand, words: { done: string; doneText: string }, number: string) {
  const text = filled(words.doneText, { number: maskedNumber(number) });
  return saying(visit, brand, { title: words.done, text, isGood: true, next: SECURITY });
}
