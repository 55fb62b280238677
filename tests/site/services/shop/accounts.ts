/** Who is visiting the shop, and the pages to register, sign in and sign out. */
import type { Reply } from '../../exchange.ts';
import { html, type Markup } from '../../html.ts';
import { filled } from '../../language.ts';
import { failure, goOn, pathWithin, sheet } from '../../layout.ts';
import type { Route, Visit } from '../../service.ts';
import { createUser, hasPassword, type User } from '../../world.ts';

const ACCOUNT = '/shop/account';

/** The user whose password was given, code or not. `?as=name` stands in for it, for users made by a test only. */
export function knownUser({ url, state, session }: Visit): User | null {
  const preset = state.users.get(url.searchParams.get('as') ?? '');
  if (preset?.isPreset) {
    session.signedInAs = null;
    session.owesCode = preset.otp === null ? null : preset.name;
    if (preset.otp === null) session.signedInAs = preset.name;
    return preset;
  }
  return state.users.get(session.owesCode ?? session.signedInAs ?? '') ?? null;
}

/** @returns null while a code is still owed. */
export function signedInUser(visit: Visit): User | null {
  const user = knownUser(visit);
  return user !== null && user.name === visit.session.signedInAs ? user : null;
}

export function askToSignIn(visit: Visit): Reply {
  const next = visit.url.pathname + visit.url.search;
  return goOn(visit, `/shop/sign-in?next=${encodeURIComponent(next)}`);
}

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/shop/register', handle: (visit) => registerSheet(visit, null) },
  { method: 'POST', path: '/shop/register', handle: register },
  { method: 'GET', path: '/shop/sign-in', handle: (visit) => signInSheet(visit, null) },
  { method: 'POST', path: '/shop/sign-in', handle: signIn },
  { method: 'POST', path: '/shop/sign-out', handle: signOut },
  { method: 'GET', path: '/shop/sign-out', handle: (visit) => goOn(visit, '/shop/sign-in') },
  { method: 'GET', path: ACCOUNT, handle: accountSheet },
];

function register(visit: Visit): Reply {
  const { form, state, session, words } = visit;
  const name = (form.get('username') ?? '').trim();
  const password = form.get('password') ?? '';
  if (name === '' || name.length > 40 || password.length < 6) {
    return registerSheet(visit, words.shop.register.incomplete);
  }
  if (state.users.has(name)) return registerSheet(visit, words.shop.register.taken);
  state.users.set(name, createUser(name, password));
  session.signedInAs = name;
  session.owesCode = null;
  return goOn(visit, pathWithin(form.get('next'), ACCOUNT));
}

function signIn(visit: Visit): Reply {
  const { form, state, session, words, world, host } = visit;
  const name = (form.get('username') ?? '').trim();
  const key = `${host} ${name}`;
  const waitMs = world.wrongPasswords.waitMs(key, world.nowMs());
  if (waitMs > 0) return signInSheet(visit, tooMany(visit, waitMs), 429);
  const user = state.users.get(name);
  if (user === undefined || !hasPassword(user, form.get('password') ?? '')) {
    world.wrongPasswords.countFailure(key, world.nowMs());
    return signInSheet(visit, words.shop.signIn.wrong);
  }
  world.wrongPasswords.clear(key);
  session.signedInAs = user.otp === null ? name : null;
  session.owesCode = user.otp === null ? null : name;
  const next = pathWithin(form.get('next'), '');
  if (user.otp === null) return goOn(visit, next || ACCOUNT);
  return goOn(visit, next.startsWith('/shop/code/') ? next : '/shop/code/single');
}

function signOut(visit: Visit): Reply {
  visit.session.signedInAs = null;
  visit.session.owesCode = null;
  return signInSheet(visit, null, 200, visit.words.shop.signIn.out);
}

export function tooMany({ words }: Visit, waitMs: number): string {
  return filled(words.shop.code.tooMany, { minutes: Math.ceil(waitMs / 60_000) });
}

function accountSheet(visit: Visit): Reply {
  const user = signedInUser(visit);
  if (user === null) return askToSignIn(visit);
  const { account, name } = visit.words.shop;
  const isOn = user.otp !== null;
  const content = html`<h1>${account.title}</h1>
<div class="card"><p>${filled(account.hello, { name: user.name })}</p>
<p>${isOn ? account.on : account.off}</p>
${isOn ? html`<p>${filled(account.left, { count: user.recoveryHashes.size })}</p>` : null}
<p><a href="/shop/setup">${isOn ? account.change : account.setUp}</a></p></div>
${isOn ? html`<form class="bare" method="post" action="/shop/recovery/new"><button class="quiet">${account.anew}</button></form>` : null}
<p><a href="/">${account.index}</a></p>
<form method="post" action="/shop/sign-out"><button>${account.signOut}</button></form>`;
  return sheet(visit, { title: `${account.title} · ${name}`, content });
}

function registerSheet(visit: Visit, problem: string | null): Reply {
  const { register: words, name } = visit.words.shop;
  const content = html`<h1>${words.title}</h1>
<form method="post" action="/shop/register">${failure(problem)}${credentials(visit, 'new-password')}
<button>${words.do}</button></form>
<p><a href="/shop/sign-in${nextQuery(visit)}">${words.instead}</a></p>`;
  return sheet(visit, { title: `${words.title} · ${name}`, content });
}

function signInSheet(visit: Visit, problem: string | null, status = 200, news = ''): Reply {
  const { signIn: words, name } = visit.words.shop;
  const content = html`<h1>${words.title}</h1>
${news === '' ? null : html`<p role="status" class="success">${news}</p>`}
<form method="post" action="/shop/sign-in">${failure(problem)}${credentials(visit, 'current-password')}
<button>${words.do}</button></form>
<p><a href="/shop/register${nextQuery(visit)}">${words.instead}</a></p>`;
  return sheet(visit, { title: `${words.title} · ${name}`, content, status });
}

function credentials(visit: Visit, passwordPurpose: 'new-password' | 'current-password'): Markup {
  const { register: words } = visit.words.shop;
  return html`<input type="hidden" name="next" value="${nextPath(visit)}">
<label for="username">${words.name}</label>
<input id="username" name="username" autocomplete="username" value="${visit.form.get('username') ?? ''}" required>
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="${passwordPurpose}" required>`;
}

function nextPath({ url, form }: Visit): string {
  return pathWithin(form.get('next') || url.searchParams.get('next'), '');
}

function nextQuery(visit: Visit): string {
  const next = nextPath(visit);
  return next === '' ? '' : `?next=${encodeURIComponent(next)}`;
}
