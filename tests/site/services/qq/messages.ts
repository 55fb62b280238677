/** QQ: a message to oneself, to see after an unbinding whether messages still go out and come in. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { failure } from '../../layout.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet } from '../members/brand.ts';
import { isReply } from '../members/session.ts';
import { settledMember } from './settle.ts';

export function messageRoutes(brand: Brand): readonly Route[] {
  return [
    { method: 'GET', path: '/qq/messages', handle: (visit) => messagesSheet(visit, brand, null) },
    {
      method: 'POST',
      path: '/qq/messages',
      handle: (visit) => messagesSheet(visit, brand, visit.form.get('text')),
    },
  ];
}

function messagesSheet(visit: Visit, brand: Brand, text: string | null): Reply {
  const member = settledMember(visit, brand);
  if (isReply(member)) return member;
  const { messages: words } = visit.words.qq;
  const isBroken = member.isUnbound && visit.world.town.switches.isOn('qq', 'messages-fail');
  const shown =
    text === null || isBroken
      ? null
      : html`<ul class="bubbles"><li class="mine">${text}</li><li>${words.reply}</li></ul><p role="status" class="success">${words.arrived}</p>`;
  const content = html`<h1>${words.title}</h1><p class="soft">${words.hint}</p>${shown}
<form method="post" action="/qq/messages">${failure(text !== null && isBroken ? words.failed : null)}
<label for="text">${words.label}</label><input id="text" name="text" autocomplete="off" required>
<button>${words.do}</button></form>`;
  return brandSheet(visit, brand, { title: words.title, content });
}
