/** The bank's way from text messages to an authenticator: notice, proof of who it is, new key, record. Late comers wait. */
import { createHash } from 'node:crypto';
import type { Reply } from '../../exchange.ts';
import { html, type Markup } from '../../html.ts';
import { filled } from '../../language.ts';
import { failure, goOn } from '../../layout.ts';
import type { Member } from '../../members.ts';
import { maskedNumber, readNumber } from '../../phones.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet, dateTime, remember, saying } from '../members/brand.ts';
import { type CodePage, codePage } from '../members/code-page.ts';
import { sendNotice } from '../members/deliver.ts';
import { freshRecoveryCodes, newKeyPage, takeOfferedKey } from '../members/otp-page.ts';
import { frozen, hasProven, isFrozen, isReply, namedMember, prove, signedIn } from '../members/session.ts';
import { whoPage } from '../members/who.ts';
import { deadlineDay, isOver } from './deadline.ts';

const REVIEW_MS = 72 * 3_600_000;
const KEY = '/bank/retire/key';
const CHECK = '/bank/late/check';
/** In the order of `alternatives` in the words. */
const ALTERNATIVES = ['otp', 'push', 'email', 'qr'] as const;
const COLUMNS = ['money', 'effort', 'phishing', 'interception', 'lost'] as const;

export function retireRoutes(brand: Brand): readonly Route[] {
  return [
    { method: 'GET', path: '/bank/retire', handle: (visit) => noticeSheet(visit, brand) },
    ...codePage(identityPage(brand)),
    ...newKeyPage({
      brand,
      path: KEY,
      words: ({ bank }) => bank.key,
      target: (visit) => maySetKey(visit, brand),
      accepted: (visit, member) => retired(visit, brand, member),
    }),
    { method: 'GET', path: '/bank/retire/proof', handle: (visit) => proofSheet(visit, brand) },
    ...whoPage({ brand, path: '/bank/late', next: CHECK, by: 'email', words: ({ bank }) => bank.late }),
    { method: 'GET', path: CHECK, handle: (visit) => lateSheet(visit, brand, null) },
    { method: 'POST', path: CHECK, handle: (visit) => askLate(visit, brand) },
  ];
}

function noticeSheet(visit: Visit, brand: Brand): Reply {
  const { retire } = visit.words.bank;
  const day = deadlineDay(visit);
  const rows = ALTERNATIVES.map((id) => {
    const { name, offer, ...costs } = retire.alternatives[id];
    return html`<div class="card"><h3>${name} <span class="soft">${offer}</span></h3><dl>${COLUMNS.map(
      (column) => html`<dt>${retire.columns[column]}</dt><dd>${costs[column]}</dd>`,
    )}</dl></div>`;
  });
  const start = isOver(visit)
    ? html`<a class="wide" href="/bank/late">${retire.startLate}</a>`
    : html`<a class="wide" href="/bank/retire/identity">${retire.start}</a>`;
  const content = html`<h1>${retire.title}</h1><p class="banner">${filled(isOver(visit) ? retire.over : retire.until, { day })}</p>
<h2>${retire.whyTitle}</h2><p>${retire.why}</p>
<h2>${retire.needTitle}</h2><p>${retire.need}</p>
<h2>${retire.ifNotTitle}</h2><p>${retire.ifNot}</p><p>${start}</p>
<h2>${retire.alternativesTitle}</h2>${rows}`;
  return brandSheet(visit, brand, { title: retire.title, content });
}

function materials(visit: Visit): Markup {
  const { identity } = visit.words.bank;
  const typed = (name: string) => visit.form.get(name) ?? '';
  return html`<label for="phone">${identity.number}</label>
<input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel-national" value="${typed('phone')}" required>
<label for="identity">${identity.id}</label>
<input id="identity" name="identity" autocomplete="off" maxlength="4" value="${typed('identity')}" required aria-describedby="any">
<p id="any" class="soft">${identity.anyId}</p>`;
}

/** @returns what is wrong with the number or the digits of the identity card. */
function materialsProblem({ form, words }: Visit, member: Member): string | null {
  const reading = readNumber('86', form.get('phone') ?? '');
  if (!('number' in reading) || reading.number !== member.phone) return words.bank.identity.wrongNumber;
  return /^\d{3}[\dXx]$/.test(form.get('identity') ?? '') ? null : words.bank.identity.wrongId;
}

function identityPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/bank/retire/identity',
    purpose: 'retire',
    channels: ['sms'],
    words: ({ bank }) => bank.identity,
    fields: materials,
    check: (visit, { member }) => materialsProblem(visit, member),
    target(visit) {
      const member = signedIn(visit, brand);
      if (isReply(member)) return member;
      if (member.smsRetiredMs !== null) return goOn(visit, '/bank/retire/proof');
      if (isOver(visit)) return goOn(visit, '/bank/late');
      return member.phone === null ? goOn(visit, KEY) : { member, to: member.phone };
    },
    accepted(visit, member) {
      prove(visit, brand, 'retire');
      remember(visit, member, 'identityProven');
      return goOn(visit, KEY);
    },
  };
}

/** Who has no number at the bank has nothing to retire and sets up a key by the password alone. */
function maySetKey(visit: Visit, brand: Brand): Member | Reply {
  const found = namedMember(visit, brand);
  if (found === null) return signedIn(visit, brand);
  const { member, session } = found;
  if (isFrozen(visit, member)) return frozen(visit, brand);
  if (member.smsRetiredMs !== null) return goOn(visit, '/bank/retire/proof');
  if (hasProven(visit, brand, 'retire')) return member;
  if (session.stage === 'signedIn' && member.phone === null) return member;
  if (member.waitsUntilMs === null) return goOn(visit, '/bank/retire');
  return member.waitsUntilMs > visit.world.town.nowMs() ? waiting(visit, brand, member.waitsUntilMs) : member;
}

function retired(visit: Visit, brand: Brand, member: Member): Reply {
  const { key, proof } = visit.words.bank;
  takeOfferedKey(member);
  member.waitsUntilMs = null;
  member.smsRetiredMs = visit.world.town.nowMs();
  remember(visit, member, 'smsRetired');
  for (const to of [member.phone, member.email]) sendNotice(visit, brand, to, key.notice);
  const codes = freshRecoveryCodes(member);
  const content = html`<div class="card"><h1 role="status" class="success">${key.done}</h1><p>${key.doneText}</p></div>
<h2>${key.recovery}</h2><p>${key.save}</p><ol class="codes card">${codes.map((code) => html`<li>${code}</li>`)}</ol>
<p><a class="wide" href="/bank/retire/proof">${proof.title}</a></p>`;
  return brandSheet(visit, brand, { title: key.done, content });
}

function proofSheet(visit: Visit, brand: Brand): Reply {
  const member = signedIn(visit, brand);
  if (isReply(member)) return member;
  const { proof } = visit.words.bank;
  if (member.smsRetiredMs === null) {
    return saying(visit, brand, { title: proof.notYet, text: proof.notYetText, next: '/bank/retire' });
  }
  const receipt = createHash('sha256')
    .update(`${member.name} ${member.smsRetiredMs}`)
    .digest('hex')
    .slice(0, 10);
  const rows = [
    [proof.account, member.name],
    [proof.number, member.phone === null ? proof.none : maskedNumber(member.phone)],
    [proof.retired, dateTime(member.smsRetiredMs)],
    [proof.last, member.lastSmsMs === null ? proof.none : dateTime(member.lastSmsMs)],
    [proof.now, proof.authenticator],
    [proof.receipt, receipt.toUpperCase()],
  ];
  const content = html`<h1>${proof.title}</h1><div class="card"><p role="status" class="success">${proof.said}</p>
<dl>${rows.map(([name, value]) => html`<dt>${name ?? ''}</dt><dd>${value ?? ''}</dd>`)}</dl></div>`;
  return brandSheet(visit, brand, { title: proof.title, content });
}

function lateSheet(visit: Visit, brand: Brand, problem: string | null): Reply {
  const found = namedMember(visit, brand);
  if (found === null) return goOn(visit, '/bank/late');
  const { late } = visit.words.bank;
  const content = html`<h1>${late.title}</h1><p class="soft">${late.check}</p>
<form method="post" action="${CHECK}">${failure(problem)}${materials(visit)}<button>${visit.words.members.confirm}</button></form>`;
  return brandSheet(visit, brand, { title: late.title, content });
}

function askLate(visit: Visit, brand: Brand): Reply {
  const found = namedMember(visit, brand);
  if (found === null) return goOn(visit, '/bank/late');
  const problem = materialsProblem(visit, found.member);
  if (problem !== null) return lateSheet(visit, brand, problem);
  found.member.waitsUntilMs = visit.world.town.nowMs() + REVIEW_MS;
  return waiting(visit, brand, found.member.waitsUntilMs);
}

function waiting(visit: Visit, brand: Brand, untilMs: number): Reply {
  const { title, text, way } = visit.words.bank.waiting;
  return saying(visit, brand, {
    title,
    text: filled(text, { until: dateTime(untilMs) }),
    next: KEY,
    way,
    isGood: true,
  });
}
