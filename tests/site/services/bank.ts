/** Riverside Bank: its codes by text message end on a day, and an authenticator takes their place. */
import type { Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { filled } from '../language.ts';
import type { Member } from '../members.ts';
import { maskedNumber } from '../phones.ts';
import type { Service, Visit } from '../service.ts';
import { deadlineDay, isOver } from './bank/deadline.ts';
import { retireRoutes } from './bank/retire.ts';
import { type Brand, brandRoutes, brandSheet, remember, saying } from './members/brand.ts';
import { cells, safetyCells, signOutForm } from './members/cells.ts';
import { codePage } from './members/code-page.ts';
import { sendNotice } from './members/deliver.ts';
import { safetyRoutes } from './members/safety.ts';
import { secondStepRoutes } from './members/second-step.ts';
import { isReply, signedIn } from './members/session.ts';
import { signInRoutes } from './members/sign-in.ts';

const MINUTE_MS = 60_000;

const brand: Brand = {
  id: 'bank',
  host: 'sms-bank.example',
  home: '/bank',
  sender: '106900095501',
  mailFrom: 'notice@sms-bank.example',
  rule: { digits: 6, validMs: 2 * MINUTE_MS, resendMs: 2 * MINUTE_MS, perDay: 5 },
  accountsPerNumber: 1,
  countries: ['86'],
  bindsCodes: true,
  accountPattern: /^[a-zA-Z][\w.-]{2,39}$/,
  words: ({ bank }) => bank,
};

/** An account without any second step is let in, so that it can set one up. */
function secondStep(member: Member, visit: Visit): ReturnType<Parameters<typeof signInRoutes>[1]> {
  if (member.otp !== null) return 'otp';
  if (member.phone === null) return null;
  if (!isOver(visit)) return 'sms';
  const { title, text, way } = visit.words.bank.over;
  const said = { title, text: filled(text, { day: deadlineDay(visit) }), way };
  return saying(visit, brand, { ...said, next: '/bank/late', status: 403 });
}

function home(visit: Visit): Reply {
  const member = signedIn(visit, brand);
  if (isReply(member)) return member;
  const { home: words, retire, proof } = visit.words.bank;
  const isDone = member.smsRetiredMs !== null;
  const content = html`<h1>${filled(words.hello, { name: member.name })}</h1>${isDone ? null : banner(visit)}
${cells([
  ['/bank/phone', words.phone, member.phone === null ? words.none : maskedNumber(member.phone)],
  ['/bank/retire', retire.title, isDone ? words.retired : words.open],
  ...(isDone ? ([['/bank/retire/proof', proof.title]] as const) : []),
])}
${cells(safetyCells(visit, brand))}${signOutForm(visit, brand)}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function banner(visit: Visit) {
  const { soon, over } = visit.words.bank.home;
  const text = filled(isOver(visit) ? over : soon, { day: deadlineDay(visit) });
  return html`<p class="banner">${text} <a href="/bank/retire">${visit.words.bank.home.look}</a></p>`;
}

const phonePage = codePage({
  brand,
  path: '/bank/phone',
  purpose: 'bind',
  channels: ['sms'],
  words: ({ bank }) => bank.bind,
  target(visit) {
    const member = signedIn(visit, brand);
    if (isReply(member)) return member;
    const { isBound, over } = visit.words.bank;
    if (member.phone !== null) return saying(visit, brand, { title: isBound.title, text: isBound.text });
    if (!isOver(visit)) return { member, to: null };
    const text = filled(over.text, { day: deadlineDay(visit) });
    return saying(visit, brand, { title: over.title, text, next: '/bank/retire', way: over.wayToKey });
  },
  accepted(visit, member, number) {
    member.phone = number;
    remember(visit, member, 'phoneBound');
    const { done, doneText, notice } = visit.words.bank.bind;
    sendNotice(visit, brand, number, filled(notice, { day: deadlineDay(visit) }));
    const text = filled(doneText, { number: maskedNumber(number) });
    return saying(visit, brand, { title: done, text, isGood: true });
  },
});

const LISTED = [
  ['/bank', 'home'],
  ['/bank/retire', 'retire'],
  ['/bank/late', 'late'],
] as const;

export const bank: Service = {
  host: { name: brand.host, home: brand.home },
  routes: brandRoutes(brand, [
    { method: 'GET', path: brand.home, handle: home },
    ...signInRoutes(brand, secondStep),
    ...secondStepRoutes(
      brand,
      ({ bank }) => bank.signIn,
      (visit, { phone, otp }, step) =>
        step === 'otp' ? otp !== null : phone !== null && otp === null && !isOver(visit),
    ),
    ...safetyRoutes(brand),
    ...phonePage,
    ...retireRoutes(brand),
  ]),
  groups: [
    {
      title: ({ bank }) => bank.name,
      listings: LISTED.map(([path, id]) => ({
        path,
        title: ({ bank }) => bank[id].title,
        about: ({ bank }) => bank[id].listed,
      })),
    },
  ],
};
