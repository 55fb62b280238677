/** Turns two-step verification on: offers a key, waits for a code made with it, hands out recovery codes. */
import { randomBytes, randomInt } from 'node:crypto';
import { base32Of } from '../../base32.ts';
import { page, type Reply } from '../../exchange.ts';
import { html, type Markup } from '../../html.ts';
import { filled, type Words } from '../../language.ts';
import { failure, sheet } from '../../layout.ts';
import { ALGORITHMS, acceptCode, type ServerOtp } from '../../one-time-code.ts';
import type { Route, Visit } from '../../service.ts';
import { recoveryHash, type User } from '../../world.ts';
import { askToSignIn, signedInUser, tooMany } from './accounts.ts';
import { gifOf, QR_VARIANTS } from './qr-variants.ts';

export const setUpRoutes: readonly Route[] = [
  { method: 'GET', path: '/shop/setup', handle: offer },
  { method: 'POST', path: '/shop/setup', handle: confirm },
  { method: 'GET', path: '/shop/setup.gif', handle: qrImage },
  { method: 'POST', path: '/shop/recovery/new', handle: makeAnew },
];

function offer(visit: Visit): Reply {
  const user = signedInUser(visit);
  if (user === null) return askToSignIn(visit);
  const asked = askedOtp(visit.url.searchParams);
  if (user.offeredOtp === null || !isSameKind(user.offeredOtp, asked)) user.offeredOtp = asked;
  return setUpSheet(visit, user, user.offeredOtp, null);
}

function confirm(visit: Visit): Reply {
  const user = signedInUser(visit);
  if (user === null || user.offeredOtp === null) return askToSignIn(visit);
  const { words, world, host, form } = visit;
  const otp = user.offeredOtp;
  const key = `${host} ${user.name}`;
  const waitMs = world.wrongCodes.waitMs(key, world.nowMs());
  if (waitMs > 0) return setUpSheet(visit, user, otp, tooMany(visit, waitMs), 429);
  const verdict = acceptCode(otp, (form.get('otp') ?? '').replace(/\s/g, ''), world.nowMs());
  if (verdict !== 'accepted') {
    world.wrongCodes.countFailure(key, world.nowMs());
    return setUpSheet(visit, user, otp, words.shop.code[verdict]);
  }
  world.wrongCodes.clear(key);
  user.otp = otp;
  user.offeredOtp = null;
  return codesSheet(visit, words.shop.setup.done, withNewRecoveryCodes(user));
}

/** Unknown values fall back to what most sites use. */
function askedOtp(query: URLSearchParams): ServerOtp {
  const algorithm = ALGORITHMS.find((one) => one === query.get('algorithm')?.toLowerCase()) ?? 'sha1';
  return {
    kind: query.get('kind') === 'hotp' ? 'hotp' : 'totp',
    /** RFC 4226 §4 R6 recommends 160 bits. */
    secret: randomBytes(20),
    algorithm,
    digits: query.get('digits') === '8' ? 8 : 6,
    periodSeconds: query.get('period') === '60' ? 60 : 30,
    counter: 0,
    lastStep: null,
  };
}

function isSameKind(one: ServerOtp, other: ServerOtp): boolean {
  const isSameRule = one.kind === other.kind && one.algorithm === other.algorithm;
  return isSameRule && one.digits === other.digits && one.periodSeconds === other.periodSeconds;
}

/** The otpauth address; parameters are named only where they are not the usual ones, which keeps the QR code small. */
function uriOf(otp: ServerOtp, user: User, issuer: string): string {
  const query = [`secret=${base32Of(otp.secret)}`, `issuer=${encodeURIComponent(issuer)}`];
  if (otp.algorithm !== 'sha1') query.push(`algorithm=${otp.algorithm.toUpperCase()}`);
  if (otp.digits !== 6) query.push(`digits=${otp.digits}`);
  if (otp.kind === 'hotp') query.push('counter=0');
  else if (otp.periodSeconds !== 30) query.push(`period=${otp.periodSeconds}`);
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(user.name)}`;
  return `otpauth://${otp.kind}/${label}?${query.join('&')}`;
}

/** Ten of 50 bits. Only their hashes are kept. */
function withNewRecoveryCodes(user: User): string[] {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  const codes = Array.from({ length: 10 }, () => `${part()}-${part()}`);
  user.recoveryHashes.clear();
  for (const code of codes) user.recoveryHashes.add(recoveryHash(code));
  return codes;
}

/** The codes of before are worth nothing from now on. */
function makeAnew(visit: Visit): Reply {
  const user = signedInUser(visit);
  if (user === null || user.otp === null) return askToSignIn(visit);
  return codesSheet(visit, visit.words.shop.setup.anew, withNewRecoveryCodes(user));
}

function qrImage(visit: Visit): Reply {
  const user = signedInUser(visit);
  if (user === null || user.offeredOtp === null) return page('', 404);
  const uri = uriOf(user.offeredOtp, user, visit.words.shop.name);
  return { status: 200, type: 'image/gif', body: gifOf(uri) };
}

function setUpSheet(visit: Visit, user: User, otp: ServerOtp, problem: string | null, status = 200): Reply {
  const { setup, code, name } = visit.words.shop;
  const asked = visit.form.get('qr') ?? visit.url.searchParams.get('qr');
  const variant = QR_VARIANTS.find(({ id }) => id === asked) ?? QR_VARIANTS[0];
  if (variant === undefined) throw new Error('there are no QR variants');
  const uri = uriOf(otp, user, name);
  const groups = base32Of(otp.secret).match(/.{1,4}/g) ?? [];
  const content = html`<h1>${setup.title}</h1>
<div class="card"><p>${setup.scan}</p>
${variant.draw({ uri, words: visit.words, host: visit.host })}
<p><a href="${uri}">${setup.link}</a></p>
<details><summary>${setup.cannotScan}</summary>
<p>${setup.typeIt}<span class="secret">${groups.join(' ')}</span></p>
<p class="soft">${parametersOf(otp, visit.words)}</p></details></div>
<form method="post" action="/shop/setup">${failure(problem)}<p>${setup.confirm}</p>
<input type="hidden" name="qr" value="${variant.id}">
<label for="otp">${code.label}</label>
<input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" required>
<button>${setup.do}</button></form>
${optionsForm(visit.words, variant.id, otp)}`;
  return sheet(visit, { title: `${setup.title} · ${name}`, content, scripts: variant.scripts, status });
}

function parametersOf(otp: ServerOtp, { shop }: Words): string {
  const { parameters, everySeconds, byCounter } = shop.setup;
  const moves = otp.kind === 'totp' ? filled(everySeconds, { seconds: otp.periodSeconds }) : byCounter;
  const algorithm = otp.algorithm.toUpperCase();
  return filled(parameters, { kind: otp.kind.toUpperCase(), algorithm, digits: otp.digits, moves });
}

function optionsForm({ shop }: Words, qr: string, otp: ServerOtp): Markup {
  const words = shop.setup;
  const choice = (name: string, label: string, values: readonly string[], chosen: string) =>
    html`<label for="${name}">${label}</label><select id="${name}" name="${name}">${values.map(
      (value) => html`<option ${value === chosen ? html`selected` : null}>${value}</option>`,
    )}</select>`;
  return html`<details><summary>${words.options}</summary><form method="get" action="/shop/setup">
<input type="hidden" name="qr" value="${qr}">
${choice('kind', words.kind, ['totp', 'hotp'], otp.kind)}
${choice('algorithm', words.algorithm, ALGORITHMS, otp.algorithm)}
${choice('digits', words.digits, ['6', '8'], String(otp.digits))}
${choice('period', words.period, ['30', '60'], String(otp.periodSeconds))}
<button class="quiet">${words.choose}</button></form></details>`;
}

function codesSheet(visit: Visit, title: string, codes: readonly string[]): Reply {
  const { setup, account, name } = visit.words.shop;
  const content = html`<h1 role="status" class="success">${title}</h1>
<h2>${visit.words.shop.recovery.title}</h2><p>${setup.save}</p>
<ol class="codes card">${codes.map((code) => html`<li>${code}</li>`)}</ol>
<p><a href="/shop/account">${account.title}</a> · <a href="/">${account.index}</a></p>`;
  return sheet(visit, { title: `${title} · ${name}`, content });
}
