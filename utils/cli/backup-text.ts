/** What is in a backup, for a terminal or a program: the codes of now, and the secrets only where they are asked for. */
import type { Account } from '../accounts/account.ts';
import { otpUriOf } from '../backup/otp-uri.ts';
import type { Factor } from '../factors/factor.ts';
import { isFault } from '../fault.ts';
import { codeOf } from '../otp/kinds.ts';

interface Look {
  readonly nowMs: number;
  readonly secrets: boolean;
}

export function asText(accounts: readonly Account[], look: Look): string {
  const rows = accounts.flatMap((account) => {
    const [first = [], ...rest] = account.factors.flatMap((factor) => linesOf(account, factor, look));
    const note = look.secrets && account.note !== '' ? [['', '', `note: ${oneLine(account.note)}`]] : [];
    const trash = account.deletedAtMs === null ? '' : ' (trash)';
    return [
      [oneLine(account.service) + trash, oneLine(account.login), ...first],
      ...rest.map((line) => ['', '', ...line]),
      ...note,
    ];
  });
  const widths = [0, 1].map((at) => Math.max(0, ...rows.map((row) => wide(row[at] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - wide(cell))))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

export function asJson(accounts: readonly Account[], look: Look): string {
  const all = accounts.map((account) => ({
    service: account.service,
    login: account.login,
    deletedAtMs: account.deletedAtMs,
    factors: account.factors.map((factor) => ({
      sort: factor.sort,
      state: factor.state,
      ...(factor.sort === 'otp' ? codeAt(factor, look.nowMs) : {}),
      ...(look.secrets ? { factor } : {}),
    })),
    ...(look.secrets ? { note: account.note, tags: account.tags, sites: account.sites } : {}),
  }));
  return `${JSON.stringify(all)}\n`;
}

type OtpFactor = Extract<Factor, { sort: 'otp' }>;

/** A kind that cannot be computed here costs its own code only. */
function codeAt({ otp }: OtpFactor, nowMs: number) {
  try {
    const { text, validUntilMs } = codeOf(otp, nowMs);
    return { code: text, validUntilMs };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { code: null, fault: error.code };
  }
}

function linesOf(account: Account, factor: Factor, { nowMs, secrets }: Look): string[][] {
  if (factor.sort !== 'otp') return [[factor.sort], ...(secrets ? secretsOf(factor) : [])];
  const { code, validUntilMs, fault } = { validUntilMs: null, fault: '', ...codeAt(factor, nowMs) };
  const left = validUntilMs === null ? [] : [`${Math.ceil((validUntilMs - nowMs) / 1000)} s`];
  const secret = otpUriOf(account, factor.otp) ?? JSON.stringify(factor.otp);
  return [[code ?? fault, ...left], ...(secrets ? [[secret]] : [])];
}

function secretsOf(factor: Factor): string[][] {
  if (factor.sort === 'phone') return [[factor.numberE164]];
  if (factor.sort === 'email') return [[factor.address]];
  if (factor.sort !== 'recoveryCodes') return [];
  return factor.codes.map(({ text, usedAtMs }) => [usedAtMs === null ? text : `${text} (used)`]);
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** Columns that a text takes in a terminal: Chinese characters take two. */
const wide = (text: string) =>
  [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(sign)
        ? 2
        : 1),
    0,
  );
