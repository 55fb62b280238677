/** The practice site as one function from request to response, with no socket: see `server.ts` and `route.ts` for those. */
import { asset } from './assets.ts';
import { base32Of, bytesOfBase32 } from './base32.ts';
import { cookie, type Reply, type SiteRequest, type SiteResponse } from './exchange.ts';
import { html } from './html.ts';
import { acceptedLanguage, LANGUAGES, languageOf } from './language.ts';
import { goOn, sheet } from './layout.ts';
import type { Algorithm } from './one-time-code.ts';
import type { Route, Visit } from './service.ts';
import { SERVICES } from './services.ts';
import { controlsOf, type TownControls } from './town-controls.ts';
import {
  createUser,
  createWorld,
  randomId,
  recoveryHash,
  type Session,
  type User,
  type World,
} from './world.ts';

/** A user as a test wants them. Without `otp` two-step verification is off; what is left out is the usual. */
export interface PresetUser {
  /** With port where there is one, as in the address bar: `shop.example.com`, `127.0.0.1:8787`. */
  readonly host: string;
  readonly name: string;
  readonly password?: string;
  readonly otp?: {
    readonly secretBase32: string;
    readonly kind?: 'totp' | 'hotp';
    readonly algorithm?: Algorithm;
    readonly digits?: number;
    readonly periodSeconds?: number;
    readonly counter?: number;
  };
  readonly recoveryCodes?: readonly string[];
}

export interface Site {
  answer(request: SiteRequest): Promise<SiteResponse>;
  /** Makes a user, or replaces the one of that name. What comes back is live: `codesAccepted` goes up as codes pass. */
  withUser(preset: PresetUser): User;
  /** A user's key, for a test that plays the authenticator. Null when two-step verification is off. */
  secretBase32Of(host: string, name: string): string | null;
  /** The site's clock goes this much ahead of the machine's: its codes and its `Date` go by it. */
  setClock(aheadMs: number): void;
  /** Members, inboxes, switches and the clock of the played services. */
  readonly town: TownControls;
}

const COOKIE = 'practice';
const ROUTES = new Map<string, Route>(
  SERVICES.flatMap(({ routes }) => routes.map((route) => [`${route.method} ${route.path}`, route] as const)),
);

/** Paths on the index page, each of which answers 200. */
export const LISTED_PATHS: readonly string[] = SERVICES.flatMap(({ groups }) =>
  groups.flatMap(({ listings }) => listings.map(({ path }) => path)),
);

export function createSite(nowMs: () => number = Date.now): Site {
  let aheadMs = 0;
  const world = createWorld(() => nowMs() + aheadMs);
  return {
    async answer(request) {
      const answered = answerIn(world, request);
      const date = new Date(world.nowMs()).toUTCString();
      return { ...answered, headers: { date, ...answered.headers } };
    },
    setClock(ms) {
      aheadMs = ms;
    },
    withUser: (preset) => addPreset(world, preset),
    secretBase32Of(host, name) {
      const otp = world.hostState(host).users.get(name)?.otp ?? null;
      return otp === null ? null : base32Of(otp.secret);
    },
    town: controlsOf(world.town),
  };
}

function answerIn(world: World, request: SiteRequest): SiteResponse {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/assets/'))
    return response(asset(url.pathname.slice('/assets/'.length)), null);
  const state = world.hostState(url.host);
  const found = state.sessions.get(cookie(request.headers.cookie, COOKIE) ?? '');
  const session = found ?? {
    id: randomId(),
    language: null,
    isKept: false,
    signedInAs: null,
    owesCode: null,
    members: new Map(),
  };
  if (found === undefined) state.sessions.set(session.id, session);
  const wasKept = session.isKept;
  const visit = visitOf(world, request, url, session);
  const reply = replyTo(visit, request.method);
  // A frame without its cookie that posts must not push out the cookie of the page around it.
  const isSomebody = session.signedInAs !== null || session.members.size > 0;
  const isNew = found === undefined && (request.method === 'GET' || isSomebody);
  return response(reply, isNew || session.isKept !== wasKept ? setCookie(session, url) : null);
}

function visitOf(world: World, request: SiteRequest, url: URL, session: Session): Visit {
  session.language = languageOf(url.searchParams.get('lang')) ?? session.language;
  const language = session.language ?? acceptedLanguage(request.headers['accept-language']);
  const form = new URLSearchParams(request.method === 'POST' ? request.body : '');
  return {
    url,
    host: url.host,
    form,
    isFramed: url.searchParams.has('framed') || form.has('framed'),
    wantsJson: request.headers.accept?.includes('application/json') ?? false,
    language,
    words: LANGUAGES[language],
    session,
    state: world.hostState(url.host),
    world,
  };
}

function replyTo(visit: Visit, method: string): Reply {
  const verb = method === 'HEAD' ? 'GET' : method;
  if (verb === 'GET' && visit.url.pathname === '/') {
    const home = SERVICES.find(({ host }) => host?.name === visit.url.hostname)?.host?.home;
    return home === undefined ? indexSheet(visit) : goOn(visit, home);
  }
  if (verb === 'GET' && visit.url.pathname === '/index') return indexSheet(visit);
  const route = ROUTES.get(`${verb} ${visit.url.pathname}`) ?? routeAbove(verb, visit.url.pathname);
  if (route !== undefined) return route.handle(visit);
  const { notFound } = visit.words.site;
  return sheet(visit, { title: notFound, content: html`<h1>${notFound}</h1>`, status: 404 });
}

function routeAbove(verb: string, path: string): Route | undefined {
  return ROUTES.get(`${verb} ${path.slice(0, path.lastIndexOf('/'))}/*`);
}

function indexSheet(visit: Visit): Reply {
  const { words } = visit;
  const { index } = words.site;
  const groups = SERVICES.flatMap((service) => service.groups);
  const content = html`<h1>${index.title}</h1><p>${index.about}</p><p>${index.start}</p>
${groups.map(
  ({ title, listings }) =>
    html`<h2>${title(words)}</h2><ul class="listing">${listings.map(
      (one) =>
        html`<li><a href="${one.path}">${one.title(words)}</a><span class="soft">${one.about(words)}</span></li>`,
    )}</ul>`,
)}`;
  return sheet(visit, { title: index.title, content });
}

function response({ status, type, body, delayMs, isCut }: Reply, cookieLine: string | null): SiteResponse {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  const all = cookieLine === null ? headers : { ...headers, 'set-cookie': cookieLine };
  return { status, headers: all, body, delayMs, isCut };
}

const KEPT_SECONDS = 30 * 86_400;

function setCookie({ id, isKept }: Session, url: URL): string {
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  const kept = isKept ? `; Max-Age=${KEPT_SECONDS}` : '';
  return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax${secure}${kept}`;
}

function addPreset(world: World, { host, name, password, otp, recoveryCodes }: PresetUser): User {
  const user = createUser(name, password ?? 'correct horse', true);
  if (otp !== undefined) {
    user.otp = {
      kind: otp.kind ?? 'totp',
      secret: bytesOfBase32(otp.secretBase32),
      algorithm: otp.algorithm ?? 'sha1',
      digits: otp.digits ?? 6,
      periodSeconds: otp.periodSeconds ?? 30,
      counter: otp.counter ?? 0,
      lastStep: null,
    };
  }
  for (const code of recoveryCodes ?? []) user.recoveryHashes.add(recoveryHash(code));
  world.hostState(host).users.set(name, user);
  return user;
}
