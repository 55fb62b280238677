/** TokenIM: binds a phone, changes it by the old number, and helps who has lost the security key. */
import type { Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { filled } from '../language.ts';
import { maskedNumber } from '../phones.ts';
import type { Route, Service, Visit } from '../service.ts';
import { type Brand, brandRoutes, brandSheet } from './members/brand.ts';
import { cells, safetyCells, signOutForm } from './members/cells.ts';
import { safetyRoutes } from './members/safety.ts';
import { phoneFirst, secondStepRoutes } from './members/second-step.ts';
import { isReply, signedIn } from './members/session.ts';
import { signInRoutes } from './members/sign-in.ts';
import { keyRoutes } from './tokenim/key.ts';
import { phoneRoutes } from './tokenim/phone.ts';

const MINUTE_MS = 60_000;

const brand: Brand = {
  id: 'tokenim',
  host: 'tokenim.example',
  home: '/tokenim',
  sender: '106900002101',
  mailFrom: 'security@tokenim.example',
  rule: { digits: 6, validMs: 5 * MINUTE_MS, resendMs: MINUTE_MS, perDay: 10 },
  accountsPerNumber: 3,
  countries: ['86', '852', '853', '886', '81', '44', '1'],
  bindsCodes: true,
  accountPattern: /^[\p{L}\d_.-]{2,40}$/u,
  words: ({ tokenim }) => tokenim,
};

const homeRoute: Route = {
  method: 'GET',
  path: brand.home,
  handle(visit) {
    const member = signedIn(visit, brand);
    return isReply(member) ? member : settings(visit, member);
  },
};

function settings(visit: Visit, member: Exclude<ReturnType<typeof signedIn>, Reply>): Reply {
  const { settings: words } = visit.words.tokenim;
  const { phone, otp, answerHash } = member;
  const on = (isOn: boolean) => (isOn ? words.on : words.off);
  const content = html`<h1>${words.title}</h1><p class="soft">${filled(words.hello, { name: member.name })}</p>
${cells([
  phone === null
    ? ['/tokenim/phone/bind', words.bind, words.none]
    : ['/tokenim/phone/change', words.change, maskedNumber(phone)],
  ['/tokenim/key', words.key, on(otp !== null)],
  ['/tokenim/key/lost', words.keyLost],
  ['/tokenim/question', words.question, on(answerHash !== null)],
])}
${cells(safetyCells(visit, brand))}${signOutForm(visit, brand)}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

const LISTED = [
  ['/tokenim', 'settings'],
  ['/tokenim/phone/bind', 'bind'],
  ['/tokenim/phone/change', 'old'],
  ['/tokenim/key/lost', 'keyLost'],
] as const;

export const tokenim: Service = {
  host: { name: brand.host, home: brand.home },
  routes: brandRoutes(brand, [
    homeRoute,
    ...signInRoutes(brand, phoneFirst),
    ...secondStepRoutes(brand, ({ tokenim }) => tokenim.signIn),
    ...safetyRoutes(brand),
    ...phoneRoutes(brand),
    ...keyRoutes(brand),
  ]),
  groups: [
    {
      title: ({ tokenim }) => tokenim.name,
      listings: LISTED.map(([path, id]) => ({
        path,
        title: ({ tokenim }) => tokenim[id].title,
        about: ({ tokenim }) => tokenim[id].listed,
      })),
    },
  ],
};
