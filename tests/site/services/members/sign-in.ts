/** Register, sign in with a password, owe a code, sign out: alike at all played services. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { filled } from '../../language.ts';
import { failure, goOn, pathWithin } from '../../layout.ts';
import { createMember, hasMemberPassword, type Member } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet, remember } from './brand.ts';
import { begin, frozen, isFrozen } from './session.ts';

export type SecondStep = 'sms' | 'otp';

/** Where a password leads when the account has a second step of that sort, the first first. */
export type SecondSteps = (member: Member, visit: Visit) => SecondStep | null | Reply;

export function signInRoutes(brand: Brand, secondStep: SecondSteps): readonly Route[] {
  const { home } = brand;
  return [
    { method: 'GET', path: `${home}/register`, handle: (visit) => registerSheet(visit, brand, null) },
    { method: 'POST', path: `${home}/register`, handle: (visit) => register(visit, brand) },
    { method: 'GET', path: `${home}/sign-in`, handle: (visit) => signInSheet(visit, brand, null) },
    { method: 'POST', path: `${home}/sign-in`, handle: (visit) => signIn(visit, brand, secondStep) },
    { method: 'GET', path: `${home}/sign-out`, handle: (visit) => goOn(visit, home) },
    {
      method: 'POST',
      path: `${home}/sign-out`,
      handle(visit) {
        visit.session.members.delete(brand.id);
        visit.session.isKept = false;
        return signInSheet(visit, brand, null, { news: visit.words.members.signIn.out });
      },
    },
  ];
}

function register(visit: Visit, brand: Brand): Reply {
  const { form, words, world } = visit;
  const { register: text } = words.members;
  const name = (form.get('username') ?? '').trim();
  const password = form.get('password') ?? '';
  const email = (form.get('email') ?? '').trim().toLowerCase();
  const members = world.town.membersOf(brand.id);
  if (!brand.accountPattern.test(name)) return registerSheet(visit, brand, brand.words(words).accountRule);
  if (password.length < 8) return registerSheet(visit, brand, text.shortPassword);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return registerSheet(visit, brand, text.wrongEmail);
  if (members.has(name)) return registerSheet(visit, brand, text.taken);
  const member = createMember(brand.id, { name, password, email });
  members.set(name, member);
  remember(visit, member, 'registered');
  begin(visit, brand, name, 'signedIn');
  return goOn(visit, brand.home);
}

function signIn(visit: Visit, brand: Brand, secondStep: SecondSteps): Reply {
  const { form, words, world, session } = visit;
  const name = (form.get('username') ?? '').trim();
  const key = `${brand.id} ${name}`;
  const nowMs = world.town.nowMs();
  const waitMs = world.wrongPasswords.waitMs(key, nowMs);
  if (waitMs > 0 || world.town.switches.isOn(brand.id, 'rate-limited')) {
    const minutes = Math.ceil((waitMs || 900_000) / 60_000);
    return signInSheet(visit, brand, filled(words.members.signIn.tooMany, { minutes }), { status: 429 });
  }
  const member = world.town.membersOf(brand.id).get(name);
  if (member === undefined || !hasMemberPassword(member, form.get('password') ?? '')) {
    world.wrongPasswords.countFailure(key, nowMs);
    return signInSheet(visit, brand, words.members.signIn.wrong);
  }
  world.wrongPasswords.clear(key);
  session.members.delete(brand.id);
  if (isFrozen(visit, member)) return frozen(visit, brand);
  const step = secondStep(member, visit);
  if (step !== null && typeof step === 'object') return step;
  session.isKept = form.get('keep') === 'yes';
  begin(visit, brand, name, step === null ? 'signedIn' : 'owesCode');
  if (step !== null) return goOn(visit, `${brand.home}/sign-in/${step}`);
  remember(visit, member, 'signedIn');
  return goOn(visit, pathWithin(form.get('next'), brand.home));
}

export function letIn(visit: Visit, brand: Brand, member: Member): Reply {
  begin(visit, brand, member.name, 'signedIn');
  remember(visit, member, 'signedIn');
  return goOn(visit, brand.home);
}

export function signInSheet(
  visit: Visit,
  brand: Brand,
  problem: string | null,
  more: { news?: string; next?: string; status?: number } = {},
): Reply {
  const { signIn: text, register: other, password } = visit.words.members;
  const { account } = brand.words(visit.words);
  const next = pathWithin(more.next ?? visit.form.get('next'), '');
  const content = html`<h1>${text.title}</h1><p class="soft">${brand.words(visit.words).about}</p>
${more.news === undefined ? null : html`<p role="status" class="success">${more.news}</p>`}
<form method="post" action="${brand.home}/sign-in">${failure(problem)}
<input type="hidden" name="next" value="${next}">
<label for="username">${account}</label>
<input id="username" name="username" autocomplete="username" value="${visit.form.get('username') ?? ''}" required>
<label for="password">${password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<label class="check"><input type="checkbox" name="keep" value="yes"> ${text.keep}</label>
<button>${text.do}</button></form>
<p><a class="wide" href="${brand.home}/register">${other.instead}</a></p>`;
  return brandSheet(visit, brand, { title: text.title, content, status: more.status });
}

function registerSheet(visit: Visit, brand: Brand, problem: string | null): Reply {
  const { register: text, signIn: other, password, email } = visit.words.members;
  const { account, accountRule } = brand.words(visit.words);
  const typed = (name: string) => visit.form.get(name) ?? '';
  const content = html`<h1>${text.title}</h1>
<form method="post" action="${brand.home}/register">${failure(problem)}
<label for="username">${account}</label>
<input id="username" name="username" autocomplete="username" value="${typed('username')}" required aria-describedby="rule">
<p id="rule" class="soft">${accountRule}</p>
<label for="email">${email}</label>
<input id="email" name="email" type="email" autocomplete="email" value="${typed('email')}" required aria-describedby="any">
<p id="any" class="soft">${text.anyEmail}</p>
<label for="password">${password}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required>
<button>${text.do}</button></form>
<p><a class="wide" href="${brand.home}/sign-in">${other.instead}</a></p>`;
  return brandSheet(visit, brand, { title: text.title, content });
}
