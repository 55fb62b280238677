/** The second step of signing in: shows a code page in one of its shapes and checks what comes back. */
import { json, type Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { filled } from '../../language.ts';
import { failure, goOn, sheet } from '../../layout.ts';
import { acceptCode, type ServerOtp } from '../../one-time-code.ts';
import type { Route, Visit } from '../../service.ts';
import { type CodeStep, randomId, recoveryHash, type User } from '../../world.ts';
import { askToSignIn, knownUser, tooMany } from './accounts.ts';
import { SHAPES, type Shape } from './shapes.ts';

const STEP_LASTS_MS = 10 * 60_000;

interface Outcome {
  readonly isAccepted: boolean;
  readonly text: string;
  readonly status: number;
  readonly user: User | null;
}

export const codeRoutes: readonly Route[] = [
  ...SHAPES.map(
    (shape): Route => ({
      method: 'GET',
      path: `/shop/code/${shape.id}`,
      handle: (visit) => startStep(visit, shape),
    }),
  ),
  { method: 'POST', path: '/shop/code', handle: checkCode },
  { method: 'GET', path: '/shop/code', handle: (visit) => goOn(visit, '/shop/code/single') },
  { method: 'GET', path: '/shop/recovery', handle: (visit) => recoverySheet(visit, null) },
  { method: 'POST', path: '/shop/recovery', handle: checkRecoveryCode },
];

function startStep(visit: Visit, shape: Shape): Reply {
  const given = visit.url.searchParams.get('step');
  if (given !== null) return shapeSheet(visit, shape, given, null);
  const user = knownUser(visit);
  if (user === null) return askToSignIn(visit);
  if (user.otp === null) return setUpFirst(visit);
  const { codeSteps, nowMs } = visit.world;
  const id = randomId();
  const untilMs = nowMs() + STEP_LASTS_MS;
  codeSteps.set(id, { host: visit.host, sessionId: visit.session.id, userName: user.name, untilMs });
  return shapeSheet(visit, shape, id, null);
}

/** The step's user and their key; null once it is done, too old or made up. */
function liveStep({ world }: Visit, id: string): { step: CodeStep; user: User; otp: ServerOtp } | null {
  const step = world.codeSteps.get(id);
  if (step === undefined || step.untilMs < world.nowMs()) return null;
  const user = world.hostState(step.host).users.get(step.userName);
  return user === undefined || user.otp === null ? null : { step, user, otp: user.otp };
}

function checkCode(visit: Visit): Reply {
  const id = visit.form.get('step') ?? '';
  const outcome = outcomeOf(visit, id);
  if (visit.wantsJson) return json({ isAccepted: outcome.isAccepted, text: outcome.text }, outcome.status);
  if (outcome.isAccepted && outcome.user !== null) return acceptedSheet(visit, outcome.user);
  const shape = SHAPES.find((one) => one.id === visit.form.get('shape')) ?? SHAPES[0];
  if (shape === undefined) throw new Error('there are no shapes');
  return shapeSheet(visit, shape, id, outcome.text, outcome.status);
}

function outcomeOf(visit: Visit, id: string): Outcome {
  const { words, world, form } = visit;
  const text = words.shop.code;
  const live = liveStep(visit, id);
  if (live === null) return { isAccepted: false, text: text.stale, status: 200, user: null };
  const { step, user, otp } = live;
  const refuse = (why: string, status = 200): Outcome => ({ isAccepted: false, text: why, status, user });
  const key = `${step.host} ${user.name}`;
  const waitMs = world.wrongCodes.waitMs(key, world.nowMs());
  if (waitMs > 0) return refuse(tooMany(visit, waitMs), 429);
  const parts = ['otp', 'digit', 'voucher'].flatMap((name) => form.getAll(name));
  const code = parts.join('').replace(/\s/g, '');
  if (!/^\d+$/.test(code) || code.length !== otp.digits) {
    return refuse(filled(text.malformed, { digits: otp.digits }));
  }
  const verdict = acceptCode(otp, code, world.nowMs());
  if (verdict !== 'accepted') {
    user.codesRefused += 1;
    world.wrongCodes.countFailure(key, world.nowMs());
    return refuse(verdict === 'used' ? text.used : text.wrong);
  }
  world.wrongCodes.clear(key);
  world.codeSteps.delete(id);
  passStep(visit, step.host, step.sessionId, user);
  return { isAccepted: true, text: text.accepted, status: 200, user };
}

function passStep({ world }: Visit, host: string, sessionId: string, user: User): void {
  user.codesAccepted += 1;
  const session = world.hostState(host).sessions.get(sessionId);
  if (session === undefined) return;
  session.signedInAs = user.name;
  session.owesCode = null;
}

function checkRecoveryCode(visit: Visit): Reply {
  const user = knownUser(visit);
  if (user === null) return askToSignIn(visit);
  const { world, host, words, form, session } = visit;
  const key = `${host} ${user.name}`;
  const waitMs = world.wrongCodes.waitMs(key, world.nowMs());
  if (waitMs > 0) return recoverySheet(visit, tooMany(visit, waitMs), 429);
  if (!user.recoveryHashes.delete(recoveryHash(form.get('recovery') ?? ''))) {
    world.wrongCodes.countFailure(key, world.nowMs());
    return recoverySheet(visit, words.shop.recovery.wrong);
  }
  world.wrongCodes.clear(key);
  passStep(visit, host, session.id, user);
  return acceptedSheet(visit, user);
}

function acceptedSheet(visit: Visit, user: User): Reply {
  const { code, account, name } = visit.words.shop;
  const content = html`<h1 role="status" class="success">${code.accepted}</h1>
<p>${filled(code.welcome, { name: user.name })}</p>
${visit.isFramed ? null : html`<p><a href="/shop/account">${account.title}</a> · <a href="/">${account.index}</a></p>`}`;
  return sheet(visit, { title: `${code.accepted} · ${name}`, content });
}

function setUpFirst(visit: Visit): Reply {
  const { code, account, name } = visit.words.shop;
  const content = html`<h1>${code.title}</h1><p>${code.setUpFirst}</p>
<p><a href="/shop/setup">${account.setUp}</a></p>`;
  return sheet(visit, { title: `${code.title} · ${name}`, content });
}

function shapeSheet(visit: Visit, shape: Shape, step: string, problem: string | null, status = 200): Reply {
  const { code, name } = visit.words.shop;
  const digits = liveStep(visit, step)?.otp.digits ?? 6;
  const content = html`<h1>${code.title}</h1>${shape.hasHint ? html`<p>${filled(code.hint, { digits })}</p>` : null}
${shape.body({ visit, step, digits, shape: shape.id, problem: failure(problem) })}
${shape.holdsFrame || visit.isFramed ? null : html`<p><a href="/shop/recovery">${code.recoveryLink}</a></p>`}`;
  return sheet(visit, { title: `${code.title} · ${name}`, content, scripts: shape.scripts, status });
}

function recoverySheet(visit: Visit, problem: string | null, status = 200): Reply {
  if (knownUser(visit) === null) return askToSignIn(visit);
  const { recovery, code, name } = visit.words.shop;
  const content = html`<h1>${recovery.title}</h1><p>${recovery.hint}</p>
<form method="post" action="/shop/recovery">${failure(problem)}
<label for="recovery">${recovery.label}</label>
<input id="recovery" name="recovery" autocomplete="off" autocapitalize="none" required>
<button>${code.do}</button></form>
<p><a href="/shop/code/single">${recovery.codeInstead}</a></p>`;
  return sheet(visit, { title: `${recovery.title} · ${name}`, content, status });
}
