/** QQ: unbinding. Looks at the account first, asks for password and code, rests three days, and can be stopped until then. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { filled } from '../../language.ts';
import { goOn } from '../../layout.ts';
import { hasMemberPassword, type Member } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import type { SwitchName } from '../../switches.ts';
import { type Brand, brandSheet, dateTime, remember, saying } from '../members/brand.ts';
import { type CodePage, codePage } from '../members/code-page.ts';
import { sendNotice } from '../members/deliver.ts';
import { isReply } from '../members/session.ts';
import { boundTarget } from './phone.ts';
import { finish, settledMember } from './settle.ts';

const DAY_MS = 86_400_000;
const RECENT_MS = 30 * DAY_MS;
export const REST_MS = 3 * DAY_MS;

const isOn = ({ world }: Visit, name: SwitchName) => world.town.switches.isOn('qq', name);

export function isAbnormal(visit: Visit, member: Member): boolean {
  return member.isFrozen || isOn(visit, 'account-abnormal');
}

type Check = 'normal' | 'recent' | 'offered';

/** By the guide: account normal, number known to work, no limit of this version. */
function failedChecks(visit: Visit, member: Member): ReadonlySet<Check> {
  const { lastCodeMs } = member;
  const isRecent = lastCodeMs !== null && visit.world.town.nowMs() - lastCodeMs <= RECENT_MS;
  const failed = new Set<Check>();
  if (isAbnormal(visit, member)) failed.add('normal');
  if (!isRecent || isOn(visit, 'no-recent-code')) failed.add('recent');
  if (isOn(visit, 'system-limit')) failed.add('offered');
  return failed;
}

export function unbindRoutes(brand: Brand): readonly Route[] {
  return [
    { method: 'GET', path: '/qq/phone/unbind', handle: (visit) => checksSheet(visit, brand) },
    ...codePage(confirmPage(brand)),
    ...codePage(againPage(brand)),
    { method: 'POST', path: '/qq/phone/unbind/stop', handle: (visit) => stop(visit, brand) },
  ];
}

function checksSheet(visit: Visit, brand: Brand): Reply {
  const target = boundOrAsked(visit, brand);
  if (isReply(target)) return target;
  const { unbind: words } = visit.words.qq;
  const failed = failedChecks(visit, target.member);
  const row = (check: Check) => {
    const isFailed = failed.has(check);
    return html`<li><span>${words.checks[check]}</span><span class="${isFailed ? 'failure' : 'success'}">${isFailed ? words.failed : words.passed}</span></li>`;
  };
  const why = [...failed].map((check) => html`<p role="alert" class="failure">${words.why[check]}</p>`);
  const way =
    failed.has('recent') && failed.size === 1
      ? html`<a class="wide" href="/qq/phone/verify">${words.verifyNow}</a>`
      : null;
  const content = html`<h1>${words.title}</h1><p class="soft">${words.before}</p>
<ul class="cells">${row('normal')}${row('recent')}${row('offered')}</ul>${why}
<p>${failed.size === 0 ? html`<a class="wide" href="/qq/phone/unbind/confirm">${words.goOn}</a>` : way}</p>`;
  return brandSheet(visit, brand, { title: words.title, content });
}

function boundOrAsked(visit: Visit, brand: Brand) {
  const target = boundTarget(visit, brand);
  if (isReply(target)) return target;
  const { waitsUntilMs, isHalfUnbound } = target.member;
  if (isHalfUnbound) return goOn(visit, '/qq/phone/unbind/again');
  return waitsUntilMs === null ? target : goOn(visit, '/qq/security');
}

function confirmPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/qq/phone/unbind/confirm',
    purpose: 'unbind',
    channels: ['sms', 'call'],
    words: ({ qq }) => qq.confirmUnbind,
    target(visit) {
      const target = boundOrAsked(visit, brand);
      if (isReply(target)) return target;
      return failedChecks(visit, target.member).size === 0 ? target : checksSheet(visit, brand);
    },
    fieldsBelow({ words, form }) {
      return html`<label for="password">${words.members.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<label class="check"><input type="checkbox" name="sure" value="yes" ${form.get('sure') === 'yes' ? html`checked` : null} required> ${words.qq.confirmUnbind.sure}</label>`;
    },
    check({ form, words }, { member }) {
      if (!hasMemberPassword(member, form.get('password') ?? '')) return words.qq.confirmUnbind.wrongPassword;
      return form.get('sure') === 'yes' ? null : words.qq.confirmUnbind.notSure;
    },
    accepted: (visit, member, number) => begun(visit, brand, member, number),
  };
}

function begun(visit: Visit, brand: Brand, member: Member, number: string): Reply {
  const { halfDone, confirmUnbind } = visit.words.qq;
  if (isOn(visit, 'half-done')) {
    member.isHalfUnbound = true;
    return saying(visit, brand, { ...halfDone, next: '/qq/phone/unbind/again', status: 500 });
  }
  member.waitsUntilMs = visit.world.town.nowMs() + REST_MS;
  remember(visit, member, 'phoneUnbinding');
  const until = dateTime(member.waitsUntilMs);
  sendNotice(visit, brand, number, filled(confirmUnbind.notice, { until }));
  const text = filled(confirmUnbind.doneText, { until });
  return saying(visit, brand, { title: confirmUnbind.done, text, isGood: true, next: '/qq/security' });
}

/** "Do the unbinding once more", by the mailbox, since the number gets no codes any longer. */
function againPage(brand: Brand): CodePage {
  return {
    brand,
    path: '/qq/phone/unbind/again',
    purpose: 'again',
    channels: ['mail'],
    words: ({ qq }) => qq.again,
    target(visit) {
      const member = settledMember(visit, brand);
      if (isReply(member)) return member;
      return member.isHalfUnbound ? { member, to: member.email } : goOn(visit, '/qq/security');
    },
    accepted(visit, member) {
      finish(visit, brand, member);
      const { done, doneText } = visit.words.qq.again;
      return saying(visit, brand, { title: done, text: doneText, isGood: true, next: '/qq/security' });
    },
  };
}

function stop(visit: Visit, brand: Brand): Reply {
  const member = settledMember(visit, brand);
  if (isReply(member)) return member;
  if (member.waitsUntilMs === null) return goOn(visit, '/qq/security');
  member.waitsUntilMs = null;
  remember(visit, member, 'unbindingStopped');
  const { stopped, stoppedText } = visit.words.qq.unbind;
  return saying(visit, brand, { title: stopped, text: stoppedText, isGood: true, next: '/qq/security' });
}
