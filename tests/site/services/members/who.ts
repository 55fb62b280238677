/** Says who one is without a password: account name and something the service knows. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import type { Words } from '../../language.ts';
import { failure, goOn } from '../../layout.ts';
import type { Member } from '../../members.ts';
import { readNumber } from '../../phones.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet } from './brand.ts';
import { begin } from './session.ts';

interface WhoPage {
  readonly brand: Brand;
  readonly path: string;
  readonly next: string;
  /** What stands beside the name. */
  readonly by: 'email' | 'phone';
  words(words: Words): { readonly title: string; readonly hint: string };
}

export function whoPage(page: WhoPage): readonly Route[] {
  return [
    { method: 'GET', path: page.path, handle: (visit) => whoSheet(visit, page, null) },
    {
      method: 'POST',
      path: page.path,
      handle(visit) {
        const name = (visit.form.get('username') ?? '').trim();
        const member = visit.world.town.membersOf(page.brand.id).get(name);
        if (member === undefined || !isKnown(visit, page, member)) {
          return whoSheet(visit, page, visit.words.members.who.wrong);
        }
        begin(visit, page.brand, name, 'named');
        return goOn(visit, page.next);
      },
    },
  ];
}

function isKnown({ form }: Visit, { by }: WhoPage, member: Member): boolean {
  if (by === 'email') return member.email === (form.get('email') ?? '').trim().toLowerCase();
  const reading = readNumber('86', form.get('phone') ?? '');
  return 'number' in reading && reading.number === member.phone;
}

function whoSheet(visit: Visit, page: WhoPage, problem: string | null): Reply {
  const { who, email, number } = visit.words.members;
  const { title, hint } = page.words(visit.words);
  const typed = (name: string) => visit.form.get(name) ?? '';
  const field =
    page.by === 'email'
      ? html`<label for="email">${email}</label><input id="email" name="email" type="email" autocomplete="email" value="${typed('email')}" required>`
      : html`<label for="phone">${number.label}</label><input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel-national" value="${typed('phone')}" required>`;
  const content = html`<h1>${title}</h1><p class="soft">${hint}</p>
<form method="post" action="${page.path}">${failure(problem)}
<label for="username">${page.brand.words(visit.words).account}</label>
<input id="username" name="username" autocomplete="username" value="${typed('username')}" required>
${field}<button>${who.do}</button></form>`;
  return brandSheet(visit, page.brand, { title, content });
}
