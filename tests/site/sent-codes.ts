/** Codes that a service sends and checks itself: how long they hold, how soon another may be asked for, how often one may err. */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { createLimiter } from './limiter.ts';

export interface CodeRule {
  readonly digits: number;
  readonly validMs: number;
  /** Between two codes to the same place, for the same purpose and by the same way. */
  readonly resendMs: number;
  /** To the same place within 24 hours. */
  readonly perDay: number;
}

export type Sending =
  | { readonly did: 'sent'; readonly code: string }
  | { readonly did: 'wait' | 'tooMany'; readonly waitMs: number };

/** `notSent`: there is no code to compare with, because none was asked for or the number was changed after it. */
export type CodeVerdict = 'accepted' | 'wrong' | 'expired' | 'used' | 'notSent' | 'tooMany';

/** What a code is for, and where it goes. A code passes only where all of it is the same. */
export interface CodePurpose {
  readonly service: string;
  readonly member: string;
  readonly purpose: string;
  readonly to: string;
}

interface SentCode {
  readonly code: string;
  readonly untilMs: number;
  isUsed: boolean;
}

export interface SentCodes {
  /** @param by how it goes: a call may follow a text message at once. */
  send(purpose: CodePurpose, by: string, rule: CodeRule, isExpired: boolean): Sending;
  check(purpose: CodePurpose, code: string): CodeVerdict;
  /** Until another may be asked for; 0 when it may. */
  resendWaitMs(purpose: CodePurpose, by: string, rule: CodeRule): number;
  hasSent(purpose: CodePurpose): boolean;
  /** Until the next try after too many wrong ones; 0 when one may try. */
  lockedMs(purpose: CodePurpose): number;
}

const DAY_MS = 86_400_000;
const WRONG_CODES_ALLOWED = 5;
const LOCKED_MS = 15 * 60_000;

export function createSentCodes(nowMs: () => number): SentCodes {
  const codes = new Map<string, SentCode>();
  const sentAt = new Map<string, number[]>();
  const lastBy = new Map<string, number>();
  const wrong = createLimiter(WRONG_CODES_ALLOWED, LOCKED_MS);
  const keyOf = ({ service, member, purpose, to }: CodePurpose) => [service, member, purpose, to].join('\n');
  const placeOf = ({ service, to }: CodePurpose) => `${service}\n${to}`;
  const memberOf = ({ service, member }: CodePurpose) => `${service}\n${member}`;
  const sendings = (purpose: CodePurpose) => sentAt.get(placeOf(purpose)) ?? [];
  const resendWaitMs = (purpose: CodePurpose, by: string, rule: CodeRule) =>
    Math.max(
      0,
      (lastBy.get(`${keyOf(purpose)}\n${by}`) ?? Number.NEGATIVE_INFINITY) + rule.resendMs - nowMs(),
    );

  return {
    resendWaitMs,
    hasSent: (purpose) => codes.has(keyOf(purpose)),
    lockedMs: (purpose) => wrong.waitMs(memberOf(purpose), nowMs()),
    send(purpose, by, rule, isExpired) {
      const waitMs = resendWaitMs(purpose, by, rule);
      if (waitMs > 0) return { did: 'wait', waitMs };
      const today = sendings(purpose).filter((atMs) => nowMs() - atMs < DAY_MS);
      if (today.length >= rule.perDay) return { did: 'tooMany', waitMs: (today[0] ?? 0) + DAY_MS - nowMs() };
      sentAt.set(placeOf(purpose), [...today, nowMs()]);
      lastBy.set(`${keyOf(purpose)}\n${by}`, nowMs());
      const code = String(randomInt(10 ** rule.digits)).padStart(rule.digits, '0');
      const untilMs = nowMs() + (isExpired ? 0 : rule.validMs);
      codes.set(keyOf(purpose), { code, untilMs, isUsed: false });
      return { did: 'sent', code };
    },
    check(purpose, typed) {
      if (wrong.waitMs(memberOf(purpose), nowMs()) > 0) return 'tooMany';
      const sent = codes.get(keyOf(purpose));
      if (sent === undefined) return 'notSent';
      if (!isSame(sent.code, typed)) {
        wrong.countFailure(memberOf(purpose), nowMs());
        return 'wrong';
      }
      if (sent.isUsed) return 'used';
      if (sent.untilMs <= nowMs()) return 'expired';
      sent.isUsed = true;
      wrong.clear(memberOf(purpose));
      return 'accepted';
    },
  };
}

function isSame(ours: string, theirs: string): boolean {
  const bytes = Buffer.from(ours);
  const other = Buffer.from(theirs);
  return bytes.length === other.length && timingSafeEqual(bytes, other);
}
