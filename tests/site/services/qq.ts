/** QQ, played: takes the security phone off an account, with what is checked before, the days between, and what may break after. */
import type { Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { filled } from '../language.ts';
import { maskedNumber } from '../phones.ts';
import type { Service, Visit } from '../service.ts';
import { type Brand, brandRoutes, brandSheet, dateTime, saying } from './members/brand.ts';
import { cells, safetyCells, signOutForm } from './members/cells.ts';
import { safetyRoutes } from './members/safety.ts';
import { has, phoneFirst, secondStepRoutes } from './members/second-step.ts';
import { isReply } from './members/session.ts';
import { signInRoutes } from './members/sign-in.ts';
import { messageRoutes } from './qq/messages.ts';
import { phoneRoutes, rescueRoutes } from './qq/phone.ts';
import { settle, settledMember } from './qq/settle.ts';
import { isAbnormal, unbindRoutes } from './qq/unbind.ts';

const MINUTE_MS = 60_000;

const brand: Brand = {
  id: 'qq',
  host: 'qq.example',
  home: '/qq',
  sender: '106900700501',
  mailFrom: 'safe@qq.example',
  rule: { digits: 6, validMs: 10 * MINUTE_MS, resendMs: MINUTE_MS, perDay: 10 },
  accountsPerNumber: 5,
  countries: ['86'],
  bindsCodes: false,
  accountPattern: /^[1-9]\d{4,10}$/,
  words: ({ qq }) => qq,
};

function home(visit: Visit): Reply {
  const member = settledMember(visit, brand);
  if (isReply(member)) return member;
  const { home: words } = visit.words.qq;
  const content = html`<h1>${words.title}</h1><p class="soft">${filled(words.hello, { name: member.name })}</p>
${cells([
  ['/qq/security', words.security],
  ['/qq/messages', words.messages],
])}${signOutForm(visit, brand)}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function security(visit: Visit): Reply {
  const member = settledMember(visit, brand);
  if (isReply(member)) return member;
  const { security: words } = visit.words.qq;
  const { phone, waitsUntilMs, isHalfUnbound } = member;
  const state = isAbnormal(visit, member) ? words.abnormal : words.normal;
  const resting =
    waitsUntilMs === null
      ? null
      : html`<p class="banner">${filled(words.resting, { until: dateTime(waitsUntilMs) })}</p>
<form class="bare" method="post" action="/qq/phone/unbind/stop"><button class="quiet">${words.stop}</button></form>`;
  const half = isHalfUnbound
    ? html`<p class="banner" role="alert">${words.half} <a href="/qq/phone/unbind/again">${words.again}</a></p>`
    : null;
  const phoneRow = phone === null ? words.none : maskedNumber(phone);
  const content = html`<h1>${words.title}</h1>${resting}${half}
<div class="card"><dl><dt>${words.state}</dt><dd>${state}</dd><dt>${words.phone}</dt><dd>${phoneRow}</dd></dl></div>
${cells(
  phone === null
    ? [['/qq/phone/bind', words.bind]]
    : [
        ['/qq/phone/unbind', words.unbind],
        ['/qq/phone/verify', words.verify],
      ],
)}${cells(safetyCells(visit, brand))}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

/** A device nobody has seen before, and no phone to ask: the guide's "cannot sign in after unbinding". */
const routes = signInRoutes(brand, (member, visit) => {
  settle(visit, brand);
  if (member.isUnbound && visit.world.town.switches.isOn('qq', 'sign-in-fails')) {
    const { title, text, way } = visit.words.qq.notLetIn;
    return saying(visit, brand, { title, text, way, next: '/qq/rescue', status: 403 });
  }
  return phoneFirst(member);
});

const LISTED = [
  ['/qq', 'home'],
  ['/qq/security', 'security'],
  ['/qq/phone/unbind', 'unbind'],
  ['/qq/rescue', 'rescue'],
] as const;

export const qq: Service = {
  host: { name: brand.host, home: brand.home },
  routes: brandRoutes(brand, [
    { method: 'GET', path: brand.home, handle: home },
    { method: 'GET', path: '/qq/security', handle: security },
    ...routes,
    ...secondStepRoutes(brand, ({ qq }) => qq.signIn, has, '/qq/rescue'),
    ...safetyRoutes(brand),
    ...phoneRoutes(brand),
    ...rescueRoutes(brand),
    ...unbindRoutes(brand),
    ...messageRoutes(brand),
  ]),
  groups: [
    {
      title: ({ qq }) => qq.name,
      listings: LISTED.map(([path, id]) => ({
        path,
        title: ({ qq }) => qq[id].title,
        about: ({ qq }) => qq[id].listed,
      })),
    },
  ],
};
