/** TokenIM: the security key, and the way back for who has lost it: say who you are, prove it, new key, review. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { goOn } from '../../layout.ts';
import type { Member } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet, remember, saying } from '../members/brand.ts';
import { type Cell, cells } from '../members/cells.ts';
import { codePage } from '../members/code-page.ts';
import { sendNotice } from '../members/deliver.ts';
import { newKeyPage, takeOfferedKey } from '../members/otp-page.ts';
import { closeOthers, hasProven, isReply, prove, signedIn } from '../members/session.ts';
import { whoPage } from '../members/who.ts';
import { knownMember, NEW_KEY, named, questionRoutes, reviewRoutes, waiting } from './review.ts';

const METHODS = '/tokenim/key/methods';

export function keyRoutes(brand: Brand): readonly Route[] {
  return [
    ...newKeyPage({
      brand,
      path: '/tokenim/key',
      words: ({ tokenim }) => tokenim.key,
      target: (visit) => signedIn(visit, brand),
      accepted(visit, member) {
        takeOfferedKey(member);
        remember(visit, member, 'keySet');
        const { done, doneText } = visit.words.tokenim.key;
        return saying(visit, brand, { title: done, text: doneText, isGood: true });
      },
    }),
    ...whoPage({
      brand,
      path: '/tokenim/key/lost',
      next: METHODS,
      by: 'email',
      words: ({ tokenim }) => tokenim.keyLost,
    }),
    { method: 'GET', path: METHODS, handle: named(brand, (visit, member) => methods(visit, brand, member)) },
    ...proofPages(brand),
    ...reviewRoutes(brand),
    ...newKeyPage({
      brand,
      path: NEW_KEY,
      words: ({ tokenim }) => tokenim.newKey,
      target: (visit) => mayReset(visit, brand),
      accepted: (visit, member) => reset(visit, brand, member),
    }),
    ...questionRoutes(brand),
  ];
}

function methods(visit: Visit, brand: Brand, member: Member): Reply {
  const { methods: words, byMail, byPhone, byQuestion, bySupport } = visit.words.tokenim;
  const rows: Cell[] = [
    ['/tokenim/key/by-mail', byMail.title, words.atOnce],
    ...(member.phone === null ? [] : ([['/tokenim/key/by-phone', byPhone.title, words.atOnce]] as const)),
    ...(member.answerHash === null
      ? []
      : ([['/tokenim/key/by-question', byQuestion.title, words.day]] as const)),
    ['/tokenim/key/by-support', bySupport.title, words.days],
  ];
  const content = html`<h1>${words.title}</h1><p class="soft">${words.hint}</p>${cells(rows)}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function proofPages(brand: Brand): readonly Route[] {
  const page = (by: 'byMail' | 'byPhone', path: string, address: (member: Member) => string | null) =>
    codePage({
      brand,
      path,
      purpose: 'reset',
      channels: by === 'byMail' ? ['mail'] : ['sms', 'call'],
      words: ({ tokenim }) => tokenim[by],
      target(visit) {
        const member = knownMember(visit, brand);
        if (isReply(member)) return member;
        const to = address(member);
        return to === null ? goOn(visit, METHODS) : { member, to };
      },
      accepted(visit) {
        prove(visit, brand, 'reset');
        return goOn(visit, NEW_KEY);
      },
    });
  return [
    ...page('byMail', '/tokenim/key/by-mail', ({ email }) => email),
    ...page('byPhone', '/tokenim/key/by-phone', ({ phone }) => phone),
  ];
}

function mayReset(visit: Visit, brand: Brand): Member | Reply {
  const member = knownMember(visit, brand);
  if (isReply(member) || hasProven(visit, brand, 'reset')) return member;
  if (member.waitsUntilMs === null) return goOn(visit, METHODS);
  return member.waitsUntilMs > visit.world.town.nowMs() ? waiting(visit, brand, member.waitsUntilMs) : member;
}

/** All other sessions end: whoever has the lost key may sit in one of them. */
function reset(visit: Visit, brand: Brand, member: Member): Reply {
  const { done, doneText, notice, review } = visit.words.tokenim.newKey;
  takeOfferedKey(member);
  member.waitsUntilMs = null;
  closeOthers(visit, member);
  visit.session.members.delete(brand.id);
  remember(visit, member, 'keyReset');
  for (const to of [member.email, member.phone]) sendNotice(visit, brand, to, notice);
  return saying(visit, brand, {
    title: done,
    text: doneText,
    isGood: true,
    next: '/tokenim/activity',
    way: review,
  });
}
