/** How the practice services treat the codes they send. */
import { expect, test } from 'vitest';
import { createSentCodes } from '../../site/sent-codes.ts';

const RULE = { digits: 6, validMs: 300_000, resendMs: 60_000, perDay: 3 };
const BIND = { service: 'tokenim', member: 'lin', purpose: 'bind', to: '+8613812341234' };

function sentCodes() {
  let nowMs = 1_000_000;
  const codes = createSentCodes(() => nowMs);
  const send = (purpose = BIND, isExpired = false) => {
    const sending = codes.send(purpose, 'sms', RULE, isExpired);
    if (sending.did !== 'sent') throw new Error(sending.did);
    return sending.code;
  };
  return {
    codes,
    send,
    later(ms: number) {
      nowMs += ms;
    },
  };
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a code has as many digits as the rule says and passes once', () => {
  const { codes, send } = sentCodes();
  const code = send();
  expect(code).toMatch(/^\d{6}$/);
  expect(codes.check(BIND, other(code))).toBe('wrong');
  expect(codes.check(BIND, code)).toBe('accepted');
  expect(codes.check(BIND, code)).toBe('used');
});

test.each([
  [299_999, 'accepted'],
  [300_000, 'expired'],
] as const)('after %i ms it is %s', (ms, verdict) => {
  const { codes, send, later } = sentCodes();
  const code = send();
  later(ms);
  expect(codes.check(BIND, code)).toBe(verdict);
});

test.each([{ service: 'qq' }, { member: 'mei' }, { purpose: 'unbind' }, { to: '+8613900005678' }])(
  'it does not pass where %o',
  (change) => {
    const { codes, send } = sentCodes();
    const code = send();
    expect(codes.check({ ...BIND, ...change }, code)).toBe('notSent');
    expect(codes.check(BIND, code)).toBe('accepted');
  },
);

test('a new code puts the old one out of use, and comes no sooner than the wait', () => {
  const { codes, send, later } = sentCodes();
  const old = send();
  expect(codes.send(BIND, 'sms', RULE, false)).toEqual({ did: 'wait', waitMs: 60_000 });
  expect(codes.send(BIND, 'call', RULE, false).did).toBe('sent');
  later(59_000);
  expect(codes.send(BIND, 'sms', RULE, false)).toEqual({ did: 'wait', waitMs: 1_000 });
  later(1_000);
  let fresh = send();
  while (fresh === old) {
    later(86_400_000);
    fresh = send();
  }
  expect(codes.check(BIND, old)).toBe('wrong');
  expect(codes.check(BIND, fresh)).toBe('accepted');
});

test('one place gets so many a day, whatever they are for, and more the day after', () => {
  const { codes, send, later } = sentCodes();
  for (const purpose of ['bind', 'old', 'new']) send({ ...BIND, purpose });
  const asked = { ...BIND, purpose: 'unbind' };
  expect(codes.send(asked, 'sms', RULE, false)).toEqual({ did: 'tooMany', waitMs: 86_400_000 });
  later(86_400_000);
  expect(codes.send(asked, 'sms', RULE, false).did).toBe('sent');
});

test('five wrong ones close the door to the right one as well, for a quarter of an hour', () => {
  const { codes, send, later } = sentCodes();
  const code = send();
  for (let tries = 0; tries < 5; tries += 1) expect(codes.check(BIND, other(code))).toBe('wrong');
  expect(codes.check(BIND, code)).toBe('tooMany');
  expect(codes.lockedMs(BIND)).toBe(900_000);
  later(900_000);
  const fresh = send();
  expect(codes.check(BIND, fresh)).toBe('accepted');
});
