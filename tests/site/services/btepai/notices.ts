/** B特派: which notices go to the bound number, and a try of each: text messages without a code in them. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import type { Member } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet } from '../members/brand.ts';
import { sendNotice } from '../members/deliver.ts';
import { isReply, signedIn } from '../members/session.ts';

const KINDS = ['security', 'trade', 'event'] as const;

export function noticeRoutes(brand: Brand): readonly Route[] {
  const own = (act: (visit: Visit, member: Member) => Reply) => (visit: Visit) => {
    const member = signedIn(visit, brand);
    return isReply(member) ? member : act(visit, member);
  };
  return [
    {
      method: 'GET',
      path: '/btepai/notices',
      handle: own((visit, member) => sheetOf(visit, brand, member, null)),
    },
    {
      method: 'POST',
      path: '/btepai/notices',
      handle: own((visit, member) => {
        member.notices.clear();
        for (const kind of KINDS) if (visit.form.has(kind)) member.notices.add(kind);
        return sheetOf(visit, brand, member, visit.words.btepai.notices.saved);
      }),
    },
    {
      method: 'POST',
      path: '/btepai/notices/try',
      handle: own((visit, member) => {
        const { samples, tried, noPhone } = visit.words.btepai.notices;
        for (const kind of KINDS)
          if (member.notices.has(kind)) sendNotice(visit, brand, member.phone, samples[kind]);
        return sheetOf(visit, brand, member, member.phone === null ? noPhone : tried);
      }),
    },
  ];
}

function sheetOf(visit: Visit, brand: Brand, member: Member, news: string | null): Reply {
  const { notices: words } = visit.words.btepai;
  const boxes = KINDS.map(
    (kind) =>
      html`<label class="check"><input type="checkbox" name="${kind}" ${member.notices.has(kind) ? html`checked` : null}> ${words.kinds[kind]}</label>`,
  );
  const content = html`<h1>${words.title}</h1><p class="soft">${words.hint}</p>
${news === null ? null : html`<p role="status" class="success">${news}</p>`}
<form method="post" action="/btepai/notices">${boxes}<button>${visit.words.members.confirm}</button></form>
<form class="bare" method="post" action="/btepai/notices/try"><button class="quiet">${words.try}</button></form>`;
  return brandSheet(visit, brand, { title: words.title, content });
}
