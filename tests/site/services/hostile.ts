/** Pages that want no code, and pages that must not get one. None of them checks anything. */
import type { Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { sheet } from '../layout.ts';
import type { Listing, Route, Service, Visit } from '../service.ts';
import { clickListing, clickRoutes } from './clickjack.ts';
import { trapListings, trapRoutes } from './traps.ts';

const HOSTILE = ['synthetic', 'google', 'watcher', 'invisible'] as const;
type Hostile = (typeof HOSTILE)[number];

export const hostile: Service = {
  routes: [
    { method: 'GET', path: '/decoys', handle: decoys },
    ...HOSTILE.map(
      (id): Route => ({ method: 'GET', path: `/hostile/${id}`, handle: (visit) => hostileSheet(visit, id) }),
    ),
    ...clickRoutes,
    ...trapRoutes,
  ],
  groups: [
    { title: ({ hostile }) => hostile.groups.decoys, listings: [listing('/decoys', 'decoys')] },
    {
      title: ({ hostile }) => hostile.groups.hostile,
      listings: [...HOSTILE.map((id) => listing(`/hostile/${id}`, id)), ...trapListings, clickListing],
    },
  ],
};

function listing(path: string, id: Hostile | 'decoys'): Listing {
  return { path, title: ({ hostile }) => hostile[id].title, about: ({ hostile }) => hostile[id].about };
}

function decoys(visit: Visit): Reply {
  const words = visit.words.hostile.decoys;
  const field = (id: string, label: string, more: Markup) =>
    html`<label for="${id}">${label}</label><input id="${id}" name="${id}" ${more}>`;
  const picture = html`<svg role="img" aria-label="${words.captchaImage}" viewBox="0 0 120 36" width="120" height="36">
<rect width="120" height="36" fill="#d9d2c8"/><path d="M4 30 116 8M6 9l104 20" stroke="#8a7d70"/>
<text x="14" y="26" font-size="24" font-family="serif" fill="#3a322c" transform="rotate(-6 60 18)">7 K 4 w 9</text></svg>`;
  const content = html`<h1>${words.title}</h1>
<form method="get" action="/decoys" role="search">${field('q', words.search, html`type="search"`)}</form>
<form method="get" action="/decoys">
${field('coupon', words.coupon, html`maxlength="8" autocomplete="off"`)}
${field('cvv', words.cvv, html`maxlength="4" inputmode="numeric" autocomplete="cc-csc"`)}
${field('postcode', words.postcode, html`maxlength="6" inputmode="numeric" autocomplete="postal-code"`)}
${field('phone', words.phone, html`type="tel" autocomplete="tel"`)}
${field('order', words.order, html`maxlength="6" inputmode="numeric" autocomplete="off"`)}
<p>${picture}</p>${field('captcha', words.captcha, html`maxlength="6" autocomplete="off"`)}
<button>${words.do}</button></form>`;
  return sheet(visit, { title: words.title, content });
}

function codeField({ words }: Visit): Markup {
  const { hint, label, do: verb } = words.hostile;
  return html`<form method="get" action="/hostile/google"><p>${hint}</p><label for="otp">${label}</label>
<input id="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6"><button type="button">${verb}</button></form>
<p id="received" data-words="${words.hostile.received}"></p>`;
}

function hostileSheet(visit: Visit, id: Hostile): Reply {
  const words = visit.words.hostile;
  const scripts = id === 'synthetic' ? ['received', id] : ['received'];
  const earlyScripts = id === 'watcher' ? [id] : [];
  const heading = id === 'google' ? words.google.heading : words[id].title;
  const title = id === 'google' ? 'Google' : words[id].title;
  const field = id === 'invisible' ? invisible(visit) : codeField(visit);
  return sheet(visit, { title, content: html`<h1>${heading}</h1>${field}`, scripts, earlyScripts });
}

/** The field is there for a script and a focus, and not for an eye. */
function invisible(visit: Visit): Markup {
  const { offer, claim } = visit.words.hostile.invisible;
  return html`<div style="position:relative"><div class="card"><h2>${offer}</h2><button type="button">${claim}</button></div>
<div style="position:absolute;inset:0;opacity:0.01">${codeField(visit)}</div></div>`;
}
