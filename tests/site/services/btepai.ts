/** B特派: mainland numbers of eleven digits only, one number one account, and notices to the number. */
import type { Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { filled } from '../language.ts';
import { maskedNumber } from '../phones.ts';
import type { Service, Visit } from '../service.ts';
import { forgotRoutes } from './btepai/forgot.ts';
import { noticeRoutes } from './btepai/notices.ts';
import { phoneRoutes } from './btepai/phone.ts';
import { type Brand, brandRoutes, brandSheet } from './members/brand.ts';
import { cells, safetyCells, signOutForm } from './members/cells.ts';
import { safetyRoutes } from './members/safety.ts';
import { phoneFirst, secondStepRoutes } from './members/second-step.ts';
import { isReply, signedIn } from './members/session.ts';
import { signInRoutes } from './members/sign-in.ts';

const MINUTE_MS = 60_000;

const brand: Brand = {
  id: 'btepai',
  host: 'btepai.example',
  home: '/btepai',
  sender: '106900355701',
  mailFrom: 'kefu@btepai.example',
  rule: { digits: 4, validMs: 5 * MINUTE_MS, resendMs: MINUTE_MS, perDay: 5 },
  accountsPerNumber: 1,
  countries: ['86'],
  bindsCodes: false,
  accountPattern: /^[\p{L}\d_.-]{2,20}$/u,
  words: ({ btepai }) => btepai,
};

function home(visit: Visit): Reply {
  const member = signedIn(visit, brand);
  if (isReply(member)) return member;
  const { home: words } = visit.words.btepai;
  const content = html`<h1>${words.title}</h1><p>${words.welcome}</p>
${cells([['/btepai/me', words.me]])}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function me(visit: Visit): Reply {
  const member = signedIn(visit, brand);
  if (isReply(member)) return member;
  const { me: words, notices } = visit.words.btepai;
  const content = html`<h1>${words.title}</h1><p class="soft">${filled(words.hello, { name: member.name })}</p>
${cells([
  ['/btepai/me/security', words.security],
  ['/btepai/notices', notices.title],
])}${signOutForm(visit, brand)}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function security(visit: Visit): Reply {
  const member = signedIn(visit, brand);
  if (isReply(member)) return member;
  const { security: words, bind, old, unbind } = visit.words.btepai;
  const { phone } = member;
  const content = html`<h1>${words.title}</h1>
${cells(
  phone === null
    ? [['/btepai/phone/bind', bind.title, words.none]]
    : [
        ['/btepai/phone/change', old.title, maskedNumber(phone)],
        ['/btepai/phone/unbind', unbind.title],
      ],
)}${cells(safetyCells(visit, brand))}`;
  return brandSheet(visit, brand, { title: words.title, content });
}

const LISTED = [
  ['/btepai', 'home'],
  ['/btepai/phone/bind', 'bind'],
  ['/btepai/phone/change', 'old'],
  ['/btepai/forgot', 'forgot'],
] as const;

export const btepai: Service = {
  host: { name: brand.host, home: brand.home },
  routes: brandRoutes(brand, [
    { method: 'GET', path: brand.home, handle: home },
    { method: 'GET', path: '/btepai/me', handle: me },
    { method: 'GET', path: '/btepai/me/security', handle: security },
    ...signInRoutes(brand, phoneFirst),
    ...secondStepRoutes(brand, ({ btepai }) => btepai.signIn),
    ...safetyRoutes(brand),
    ...phoneRoutes(brand),
    ...noticeRoutes(brand),
    ...forgotRoutes(brand),
  ]),
  groups: [
    {
      title: ({ btepai }) => btepai.name,
      listings: LISTED.map(([path, id]) => ({
        path,
        title: ({ btepai }) => btepai[id].title,
        about: ({ btepai }) => btepai[id].listed,
      })),
    },
  ],
};
