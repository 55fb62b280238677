/** Shows what is in a backup: codes that go on, and secrets only where they are asked for. */
import type { Account } from '../../utils/accounts/account.ts';
import { otpUriOf } from '../../utils/backup/otp-uri.ts';
import type { ReadPayload } from '../../utils/backup/read-payload.ts';
import type { Factor, OtpFactor } from '../../utils/factors/factor.ts';
import { isFault } from '../../utils/fault.ts';
import { codeOf } from '../../utils/otp/kinds.ts';
import { element } from './element.ts';
import { say, saySort } from './words.ts';

const SECOND_MS = 1000;

type Tick = (nowMs: number) => void;

export function showBackup({ accounts, skipped }: ReadPayload): HTMLElement[] {
  const ticks: Tick[] = [];
  const inUse = accounts.filter(({ deletedAtMs }) => deletedAtMs === null);
  const trash = accounts.filter(({ deletedAtMs }) => deletedAtMs !== null);
  const list = element('div');
  list.append(...inUse.map((account) => cardOf(account, ticks)));
  if (trash.length > 0) {
    list.append(element('h2', say('opener.trash')), ...trash.map((account) => cardOf(account, ticks)));
  }
  const tick = () => {
    for (const one of ticks) one(Date.now());
  };
  tick();
  setInterval(tick, SECOND_MS);
  return [
    element('h1', say('opener.opened', { count: inUse.length })),
    secretsSwitch(list),
    list,
    ...skipped.map(({ where, why }) => element('p', `${where}: ${why}`, 'quiet')),
  ];
}

/** They are in the page from the start and covered: whoever may see the codes may see them. */
function secretsSwitch(list: HTMLElement): HTMLElement {
  const box = element('input');
  box.type = 'checkbox';
  const label = element('label', '', 'switch');
  label.append(box, element('span', say('opener.showSecrets')));
  list.className = 'covered';
  box.addEventListener('change', () => {
    list.className = box.checked ? '' : 'covered';
  });
  return label;
}

function cardOf(account: Account, ticks: Tick[]): HTMLElement {
  const card = element('section');
  const head = element('h3');
  head.append(element('span', account.service), element('span', account.login, 'quiet'));
  card.append(head, ...account.factors.flatMap((factor) => linesOf(account, factor, ticks)));
  if (account.note !== '') card.append(element('p', account.note, 'secret'));
  return card;
}

function linesOf(account: Account, factor: Factor, ticks: Tick[]): HTMLElement[] {
  if (factor.sort === 'otp') {
    const secret = otpUriOf(account, factor.otp) ?? JSON.stringify(factor.otp);
    return [codeLine(factor, ticks), element('code', secret, 'secret')];
  }
  const line = element('p', [saySort(factor.sort), factor.label].filter(Boolean).join(' · '));
  return [line, ...secretsOf(factor).map((text) => element('code', text, 'secret'))];
}

function secretsOf(factor: Factor): string[] {
  if (factor.sort === 'phone') return [factor.numberE164];
  if (factor.sort === 'email') return [factor.address];
  if (factor.sort !== 'recoveryCodes') return [];
  return factor.codes.map(({ text, usedAtMs }) =>
    usedAtMs === null ? text : `${text} (${say('opener.used')})`,
  );
}

/** A kind that cannot be computed here costs its own code only. */
function codeLine({ otp, state }: OtpFactor, ticks: Tick[]): HTMLElement {
  const line = element('p', '', 'code-line');
  const code = element('output', '', 'code');
  const left = element('span', '', 'quiet');
  line.append(code, left);
  if (state === 'retired') line.append(element('span', say('opener.retired'), 'quiet'));
  ticks.push((nowMs) => {
    try {
      const { text, validUntilMs } = codeOf(otp, nowMs);
      if (code.textContent !== text) code.textContent = text;
      left.textContent = validUntilMs === null ? '' : `${Math.ceil((validUntilMs - nowMs) / SECOND_MS)} s`;
    } catch (error) {
      if (!isFault(error)) throw error;
      code.textContent = '—';
    }
  });
  return line;
}
