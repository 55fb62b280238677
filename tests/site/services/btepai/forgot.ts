/** B特派: a new password by the bound number. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { failure, goOn } from '../../layout.ts';
import { setMemberPassword } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet, remember, saying } from '../members/brand.ts';
import { codePage } from '../members/code-page.ts';
import { closeOthers, frozen, hasProven, isFrozen, isReply, namedMember, prove } from '../members/session.ts';
import { whoPage } from '../members/who.ts';

const CODE = '/btepai/forgot/code';
const PASSWORD = '/btepai/forgot/password';

export function forgotRoutes(brand: Brand): readonly Route[] {
  return [
    ...whoPage({
      brand,
      path: '/btepai/forgot',
      next: CODE,
      by: 'phone',
      words: ({ btepai }) => btepai.forgot,
    }),
    ...codePage({
      brand,
      path: CODE,
      purpose: 'forgot',
      channels: ['sms'],
      words: ({ btepai }) => btepai.forgot,
      target(visit) {
        const found = namedMember(visit, brand);
        if (found === null || found.member.phone === null) return goOn(visit, '/btepai/forgot');
        if (isFrozen(visit, found.member)) return frozen(visit, brand);
        return { member: found.member, to: found.member.phone };
      },
      accepted(visit) {
        prove(visit, brand, 'forgot');
        return goOn(visit, PASSWORD);
      },
    }),
    { method: 'GET', path: PASSWORD, handle: (visit) => passwordSheet(visit, brand, null) },
    { method: 'POST', path: PASSWORD, handle: (visit) => setNew(visit, brand) },
  ];
}

function maySet(visit: Visit, brand: Brand) {
  const found = namedMember(visit, brand);
  return found !== null && hasProven(visit, brand, 'forgot') ? found.member : goOn(visit, '/btepai/forgot');
}

function passwordSheet(visit: Visit, brand: Brand, problem: string | null): Reply {
  const member = maySet(visit, brand);
  if (isReply(member)) return member;
  const { newPassword: words, confirm } = visit.words.members;
  const content = html`<h1>${words.title}</h1><form method="post" action="${PASSWORD}">${failure(problem)}
<label for="new-password">${words.label}</label>
<input id="new-password" name="new-password" type="password" autocomplete="new-password" required>
<button>${confirm}</button></form>`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function setNew(visit: Visit, brand: Brand): Reply {
  const member = maySet(visit, brand);
  if (isReply(member)) return member;
  const password = visit.form.get('new-password') ?? '';
  const { register, newPassword: words } = visit.words.members;
  if (password.length < 8) return passwordSheet(visit, brand, register.shortPassword);
  setMemberPassword(member, password);
  remember(visit, member, 'passwordChanged');
  closeOthers(visit, member);
  visit.session.members.delete(brand.id);
  return saying(visit, brand, { title: words.done, text: words.doneText, isGood: true });
}
