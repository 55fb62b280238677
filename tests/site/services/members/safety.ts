/** What every played service offers for the day something is lost: new password, activity, closing sessions, freezing. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { filled } from '../../language.ts';
import { failure } from '../../layout.ts';
import { hasMemberPassword, type Member, setMemberPassword } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet, dateTime, remember, saying } from './brand.ts';
import { codePage } from './code-page.ts';
import { sendNotice } from './deliver.ts';
import { closeOthers, isReply, namedMember, signedIn } from './session.ts';
import { whoPage } from './who.ts';

export function safetyRoutes(brand: Brand): readonly Route[] {
  const { home } = brand;
  const own = (act: (visit: Visit, member: Member) => Reply) => (visit: Visit) => {
    const member = signedIn(visit, brand);
    return isReply(member) ? member : act(visit, member);
  };
  return [
    { method: 'GET', path: `${home}/password`, handle: own((visit) => passwordSheet(visit, brand, null)) },
    {
      method: 'POST',
      path: `${home}/password`,
      handle: own((visit, member) => change(visit, brand, member)),
    },
    {
      method: 'GET',
      path: `${home}/activity`,
      handle: own((visit, member) => activity(visit, brand, member)),
    },
    { method: 'POST', path: `${home}/activity`, handle: own((visit, member) => close(visit, brand, member)) },
    { method: 'GET', path: `${home}/freeze`, handle: own((visit) => freezeSheet(visit, brand, null)) },
    { method: 'POST', path: `${home}/freeze`, handle: own((visit, member) => freeze(visit, brand, member)) },
    ...unfreezeRoutes(brand),
  ];
}

function unfreezeRoutes(brand: Brand): readonly Route[] {
  const { home } = brand;
  return [
    ...whoPage({
      brand,
      path: `${home}/unfreeze`,
      next: `${home}/unfreeze/code`,
      by: 'email',
      words: ({ members }) => members.unfreeze,
    }),
    ...codePage({
      brand,
      path: `${home}/unfreeze/code`,
      purpose: 'unfreeze',
      channels: ['mail'],
      words: ({ members }) => members.unfreeze,
      target(visit) {
        const found = namedMember(visit, brand);
        if (found === null)
          return saying(visit, brand, { ...visit.words.members.who.lost, next: `${home}/unfreeze` });
        return { member: found.member, to: found.member.email };
      },
      accepted(visit, member) {
        const { unfreeze, support } = visit.words.members;
        if (visit.world.town.switches.isOn(brand.id, 'account-frozen')) {
          return saying(visit, brand, { ...support, status: 403 });
        }
        member.isFrozen = false;
        remember(visit, member, 'unfrozen');
        visit.session.members.delete(brand.id);
        return saying(visit, brand, { title: unfreeze.done, text: unfreeze.doneText, isGood: true });
      },
    }),
  ];
}

function change(visit: Visit, brand: Brand, member: Member): Reply {
  const { newPassword, register } = visit.words.members;
  const next = visit.form.get('new-password') ?? '';
  if (!hasMemberPassword(member, visit.form.get('password') ?? '')) {
    return passwordSheet(visit, brand, newPassword.wrong);
  }
  if (next.length < 8) return passwordSheet(visit, brand, register.shortPassword);
  setMemberPassword(member, next);
  remember(visit, member, 'passwordChanged');
  closeOthers(visit, member);
  sendNotice(visit, brand, member.email, newPassword.notice);
  return saying(visit, brand, { title: newPassword.done, text: newPassword.doneText, isGood: true });
}

function passwordSheet(visit: Visit, brand: Brand, problem: string | null): Reply {
  const { newPassword: words, confirm } = visit.words.members;
  const content = html`<h1>${words.title}</h1><form method="post" action="${brand.home}/password">${failure(problem)}
<label for="password">${words.old}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<label for="new-password">${words.label}</label>
<input id="new-password" name="new-password" type="password" autocomplete="new-password" required>
<button>${confirm}</button></form>`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function activity(visit: Visit, brand: Brand, member: Member, news: string | null = null): Reply {
  const { activity: words, deeds } = visit.words.members;
  const lines = member.history.map(
    ({ atMs, deed }) => html`<li><span>${deeds[deed]}</span><span class="soft">${dateTime(atMs)}</span></li>`,
  );
  const content = html`<h1>${words.title}</h1>${news === null ? null : html`<p role="status" class="success">${news}</p>`}
<ul class="cells">${lines}</ul>
${lines.length === 0 ? html`<p>${words.none}</p>` : null}
<form method="post" action="${brand.home}/activity"><p>${words.about}</p><button>${words.close}</button></form>`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function close(visit: Visit, brand: Brand, member: Member): Reply {
  const count = closeOthers(visit, member);
  remember(visit, member, 'sessionsClosed');
  return activity(visit, brand, member, filled(visit.words.members.activity.closed, { count }));
}

function freezeSheet(visit: Visit, brand: Brand, problem: string | null): Reply {
  const { freeze: words, password } = visit.words.members;
  const content = html`<h1>${words.title}</h1><p class="soft">${words.hint}</p>
<form method="post" action="${brand.home}/freeze">${failure(problem)}
<label for="password">${password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button>${words.do}</button></form>`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function freeze(visit: Visit, brand: Brand, member: Member): Reply {
  const { freeze: words, signIn } = visit.words.members;
  if (!hasMemberPassword(member, visit.form.get('password') ?? ''))
    return freezeSheet(visit, brand, signIn.wrong);
  member.isFrozen = true;
  remember(visit, member, 'frozen');
  closeOthers(visit, member);
  visit.session.members.delete(brand.id);
  sendNotice(visit, brand, member.email, words.notice);
  return saying(visit, brand, {
    title: words.done,
    text: words.doneText,
    isGood: true,
    next: `${brand.home}/unfreeze`,
    way: words.undo,
  });
}
