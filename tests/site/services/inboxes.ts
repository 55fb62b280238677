/** What a phone or a mailbox received, for whoever knows its number or address: `/phone/13812341234`, `/mail/lin@mail.example`. */
import { json, type Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import type { Message } from '../inboxes.ts';
import { filled } from '../language.ts';
import { failure, goOn, sheet } from '../layout.ts';
import { accountsOn, maskedNumber, numberInPath } from '../phones.ts';
import type { Listing, Service, Visit } from '../service.ts';
import { SERVICE_IDS } from '../switches.ts';

type Sort = 'phone' | 'mail';

const listing = (sort: Sort): Listing => ({
  path: `/${sort}`,
  title: ({ inboxes }) => inboxes[sort].title,
  about: ({ inboxes }) => inboxes[sort].listed,
});

export const inboxes: Service = {
  routes: (['phone', 'mail'] as const).flatMap((sort) => [
    { method: 'GET', path: `/${sort}`, handle: (visit) => chooseSheet(visit, sort, null) },
    { method: 'POST', path: `/${sort}`, handle: (visit) => choose(visit, sort) },
    { method: 'GET', path: `/${sort}/*`, handle: (visit) => inbox(visit, sort) },
    { method: 'POST', path: `/${sort}/*`, handle: (visit) => freeze(visit, sort) },
  ]),
  groups: [{ title: ({ inboxes }) => inboxes.group, listings: [listing('phone'), listing('mail')] }],
};

const addressIn = (text: string, sort: Sort) =>
  sort === 'phone'
    ? numberInPath(text.replaceAll(' ', ''))
    : /^[^\s@/]+@[^\s@/]+$/.test(text)
      ? text.toLowerCase()
      : null;

function addressOf({ url }: Visit, sort: Sort): string | null {
  try {
    return addressIn(decodeURIComponent(url.pathname.slice(`/${sort}/`.length)), sort);
  } catch {
    return null;
  }
}

function choose(visit: Visit, sort: Sort): Reply {
  const address = addressIn((visit.form.get('address') ?? '').trim(), sort);
  return address === null
    ? chooseSheet(visit, sort, visit.words.inboxes[sort].wrong)
    : goOn(visit, `/${sort}/${encodeURIComponent(address)}`);
}

function chooseSheet(visit: Visit, sort: Sort, problem: string | null): Reply {
  const words = visit.words.inboxes[sort];
  const known = knownAddresses(visit).filter((address) => address.includes('@') === (sort === 'mail'));
  const content = html`<h1>${words.title}</h1><p>${words.about}</p>
<form method="post" action="/${sort}">${failure(problem)}<label for="address">${words.label}</label>
<input id="address" name="address" type="${sort === 'phone' ? 'tel' : 'email'}" required><button>${visit.words.inboxes.open}</button></form>
<ul class="listing">${known.map((address) => html`<li><a href="/${sort}/${encodeURIComponent(address)}">${address}</a></li>`)}</ul>`;
  return sheet(visit, { title: words.title, content, hasWays: true });
}

/** Of members and of whatever something was sent to. */
function knownAddresses({ world }: Visit): readonly string[] {
  const { town } = world;
  const members = SERVICE_IDS.flatMap((id) => [...town.membersOf(id).values()]);
  const theirs = members.flatMap(({ phone, email }) => (phone === null ? [email] : [email, phone]));
  return [...new Set([...theirs, ...town.inboxes.addresses()])].toSorted();
}

function inbox(visit: Visit, sort: Sort): Reply {
  const address = addressOf(visit, sort);
  if (address === null) return chooseSheet(visit, sort, visit.words.inboxes[sort].wrong);
  const { town } = visit.world;
  const messages = town.inboxes.messagesTo(address);
  if (visit.wantsJson)
    return json(messages.map(({ kind, from, subject, text }) => ({ kind, from, subject, text })));
  const words = visit.words.inboxes;
  const content = html`<h1>${address}</h1>${sort === 'phone' ? phoneFacts(visit, address) : null}
<div id="messages" aria-live="polite">${messages.length === 0 ? html`<p>${words.empty}</p>` : messages.map((one) => bubble(visit, one))}</div>
<p class="soft">${words.fresh}</p>`;
  return sheet(visit, {
    title: `${words[sort].title} ${address}`,
    content,
    scripts: ['inbox'],
    hasWays: true,
  });
}

function bubble({ words }: Visit, { kind, from, subject, text, arrivesAtMs }: Message): Markup {
  const time = new Date(arrivesAtMs).toISOString().slice(11, 19);
  return html`<article class="message ${kind}"><p class="soft">${filled(words.inboxes.kinds[kind], { from })} · ${time} UTC</p>
${subject === null ? null : html`<h2>${subject}</h2>`}<p class="text">${text}</p>
<button class="quiet" type="button" data-done="${words.inboxes.copied}">${words.inboxes.copy}</button></article>`;
}

function phoneFacts(visit: Visit, number: string): Markup {
  const { town } = visit.world;
  const words = visit.words.inboxes;
  const bound = SERVICE_IDS.flatMap((id) =>
    accountsOn(town.membersOf(id), number).map(({ name }) => `${visit.words[id].name} (${name})`),
  );
  const isFrozen = town.inboxes.isFrozen(number);
  const list = bound.length === 0 ? words.nowhere : filled(words.bound, { where: bound.join(', ') });
  return html`<p>${maskedNumber(number)} · ${list}</p>
${isFrozen ? html`<p role="status" class="failure">${words.frozen}</p>` : null}
<form class="bare" method="post" action="/phone/${encodeURIComponent(number)}"><button class="quiet" name="card" value="${isFrozen ? 'open' : 'freeze'}">${isFrozen ? words.thaw : words.freeze}</button></form>`;
}

/** What the carrier does when a phone is reported stolen. */
function freeze(visit: Visit, sort: Sort): Reply {
  const address = addressOf(visit, sort);
  if (address === null) return chooseSheet(visit, sort, visit.words.inboxes[sort].wrong);
  if (sort === 'phone') visit.world.town.inboxes.setFrozen(address, visit.form.get('card') === 'freeze');
  return inbox(visit, sort);
}
