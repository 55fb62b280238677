/** Hostile pages made of frames, and one that takes the focus away. */
import type { Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { sheet } from '../layout.ts';
import type { Listing, Route, Visit } from '../service.ts';

export const TRAPS = ['framing', 'srcdoc', 'focus-thief'] as const;
export type Trap = (typeof TRAPS)[number];

export const trapRoutes: readonly Route[] = TRAPS.map((id) => ({
  method: 'GET',
  path: `/hostile/${id}`,
  handle: (visit) => trapSheet(visit, id),
}));

export const trapListings: readonly Listing[] = TRAPS.map((id) => ({
  path: `/hostile/${id}`,
  title: ({ hostile }) => hostile[id].title,
  about: ({ hostile }) => hostile[id].about,
}));

const BODY: Readonly<Record<Trap, (visit: Visit) => Markup>> = { framing, srcdoc, 'focus-thief': focusThief };
const SCRIPTS: Readonly<Record<Trap, readonly string[]>> = {
  framing: ['framing'],
  srcdoc: [],
  'focus-thief': ['received', 'focus-thief'],
};

function trapSheet(visit: Visit, id: Trap): Reply {
  const { title } = visit.words.hostile[id];
  const content = html`<h1>${title}</h1>${BODY[id](visit)}`;
  return sheet(visit, { title, content, scripts: SCRIPTS[id] });
}

/** `?host=` is framed; `?x=` and `?y=` say where in the frame the click should land. */
function framing({ url, words, language }: Visit): Markup {
  const host = url.searchParams.get('host') ?? url.host;
  const place = (name: string) => Number(url.searchParams.get(name) ?? 0);
  const { offer, claim } = words.hostile.invisible;
  return html`<h2>${offer}</h2><p><button type="button" id="lure">${claim}</button></p>
<iframe id="framed" class="unseen" src="${url.protocol}//${host}/hostile/click/open?lang=${language}" data-x="${place('x')}"
data-y="${place('y')}" title="${claim}"></iframe>`;
}

/** The same field in a document without an address, once as the page itself and once as nobody. */
function srcdoc(visit: Visit): Markup {
  const inner = `<!doctype html><title>Google</title><h1>Google</h1>${field(visit, '').markup}`;
  return html`<iframe id="own" srcdoc="${inner}"></iframe>
<iframe id="nobody" sandbox="allow-scripts allow-forms" srcdoc="${inner}"></iframe>`;
}

function focusThief(visit: Visit): Markup {
  const { message } = visit.words.hostile['focus-thief'];
  return html`${field(visit, visit.words.hostile.received)}
<p><label for="message">${message}</label> <input id="message"></p>`;
}

function field({ words }: Visit, received: string): Markup {
  const { hint, label, do: verb } = words.hostile;
  return html`<form method="get" action="/hostile/google"><p>${hint}</p><label for="otp">${label}</label>
<input id="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6"><button type="button">${verb}</button></form>
<p id="received" data-words="${received}"></p>`;
}
