/** Pages for an authenticator at a played service: one that shows a new key and waits for its code, one that asks for a code. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { encodeQR } from 'qr';
import { base32Of } from '../../base32.ts';
import type { Reply } from '../../exchange.ts';
import { html, trusted } from '../../html.ts';
import { filled, type Words } from '../../language.ts';
import { failure } from '../../layout.ts';
import type { Member } from '../../members.ts';
import { acceptCode, type ServerOtp, usualOtp } from '../../one-time-code.ts';
import type { Route, Visit } from '../../service.ts';
import { recoveryHash } from '../../world.ts';
import { type Brand, brandSheet } from './brand.ts';
import { countAccepted } from './code-page.ts';
import { isReply } from './session.ts';

interface OtpPage {
  readonly brand: Brand;
  readonly path: string;
  words(words: Words): { readonly title: string; readonly hint: string };
  target(visit: Visit): Member | Reply;
  accepted(visit: Visit, member: Member): Reply;
}

const CLOCK_OFF_MS = 5 * 60_000;

/** Shows a key beside the one in use, which goes on working until a code of the new one was accepted. */
export function newKeyPage(page: OtpPage): readonly Route[] {
  return pairOf(
    page,
    (visit, member, problem, status) => {
      member.offeredOtp ??= usualOtp(randomBytes(20));
      return newKeySheet(visit, page, member, member.offeredOtp, problem, status);
    },
    (member) => member.offeredOtp,
  );
}

/** Asks for a code of the key in use. */
export function keyCodePage(
  page: OtpPage & { readonly below?: (visit: Visit) => ReturnType<typeof html> },
): readonly Route[] {
  return pairOf(
    page,
    (visit, _member, problem, status) => {
      const { title, hint } = page.words(visit.words);
      const content = html`<h1>${title}</h1><p class="soft">${hint}</p>${codeForm(visit, page, problem)}${page.below?.(visit) ?? null}`;
      return brandSheet(visit, page.brand, { title, content, status });
    },
    (member) => member.otp,
  );
}

function pairOf(
  page: OtpPage,
  show: (visit: Visit, member: Member, problem: string | null, status: number) => Reply,
  keyOf: (member: Member) => ServerOtp | null,
): readonly Route[] {
  const withMember = (visit: Visit, act: (member: Member) => Reply) => {
    const member = page.target(visit);
    return isReply(member) ? member : act(member);
  };
  const get = (visit: Visit) => withMember(visit, (member) => show(visit, member, null, 200));
  const post = (visit: Visit) =>
    withMember(visit, (member) => {
      const otp = keyOf(member);
      if (otp === null) return show(visit, member, null, 200);
      const problem = problemOf(visit, page.brand, member, otp);
      if (problem === null) return page.accepted(visit, member);
      return show(visit, member, problem.text, problem.status);
    });
  return [
    { method: 'GET', path: page.path, handle: get },
    { method: 'POST', path: page.path, handle: post },
  ];
}

/** Checks by the real time: an authenticator's clock cannot be moved forward with the service's. */
function problemOf(
  visit: Visit,
  brand: Brand,
  member: Member,
  otp: ServerOtp,
): { text: string; status: number } | null {
  const { world, words, form } = visit;
  const { code } = words.members;
  const { switches } = world.town;
  const key = `${brand.id} ${member.name}`;
  const waitMs = switches.isOn(brand.id, 'rate-limited')
    ? 900_000
    : world.wrongCodes.waitMs(key, world.town.nowMs());
  if (waitMs > 0) {
    return { text: filled(code.tooMany, { minutes: Math.ceil(waitMs / 60_000) }), status: 429 };
  }
  const typed = (form.get('otp') ?? '').replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(typed)) return { text: filled(code.malformed, { digits: 6 }), status: 200 };
  const verdict = acceptCode(
    otp,
    typed,
    world.nowMs() + (switches.isOn(brand.id, 'clock-off') ? CLOCK_OFF_MS : 0),
  );
  if (verdict === 'accepted') {
    world.wrongCodes.clear(key);
    countAccepted(visit, member, false);
    return null;
  }
  world.wrongCodes.countFailure(key, world.town.nowMs());
  member.codesRefused += 1;
  return { text: verdict === 'used' ? code.used : code.wrongKey, status: 200 };
}

function newKeySheet(
  visit: Visit,
  page: OtpPage,
  member: Member,
  otp: ServerOtp,
  problem: string | null,
  status: number,
): Reply {
  const { title, hint } = page.words(visit.words);
  const { key } = visit.words.members;
  const issuer = encodeURIComponent(page.brand.words(visit.words).name);
  const secret = base32Of(otp.secret);
  const uri = `otpauth://totp/${issuer}:${encodeURIComponent(member.name)}?secret=${secret}&issuer=${issuer}`;
  const picture = trusted(encodeQR(uri, 'svg', { border: 4 }));
  const content = html`<h1>${title}</h1><p class="soft">${hint}</p>
<div class="card"><p>${key.scan}</p><div class="qr">${picture}</div><p><a href="${uri}">${key.link}</a></p>
<details><summary>${key.cannotScan}</summary><p>${key.typeIt}<span class="secret">${(secret.match(/.{4}/g) ?? []).join(' ')}</span></p></details></div>
${codeForm(visit, page, problem)}`;
  return brandSheet(visit, page.brand, { title, content, status });
}

function codeForm({ words }: Visit, page: OtpPage, problem: string | null) {
  const { code, key, confirm } = words.members;
  return html`<form method="post" action="${page.path}">${failure(problem)}
<label for="otp">${code.label}</label>
<input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required aria-describedby="from">
<p id="from" class="soft">${key.fromApp}</p><button>${confirm}</button></form>`;
}

/** The new key takes the place of the old one. */
export function takeOfferedKey(member: Member): void {
  member.otp = member.offeredOtp;
  member.offeredOtp = null;
}

/** Ten of 50 bits. Only their hashes are kept. */
export function freshRecoveryCodes(member: Member): readonly string[] {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  const codes = Array.from({ length: 10 }, () => `${part()}-${part()}`);
  member.recoveryHashes.clear();
  for (const code of codes) member.recoveryHashes.add(recoveryHash(code));
  return codes;
}

/** Case and space around it are forgiven. */
export function answerHash(answer: string): string {
  return createHash('sha256').update(answer.trim().toLowerCase()).digest('hex');
}
