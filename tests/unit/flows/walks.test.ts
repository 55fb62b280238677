/** Each flow walked by hand once, with its refusals. What a sequence of any moves may do is in `model.test.ts`. */
import { describe, expect, test } from 'vitest';
import {
  codesFactor,
  deviceFor,
  keyFactor,
  otpFactor,
  phoneFactor,
  walker,
} from '../../support/flow-walker.ts';

const SECRET = 'otpauth://totp/QQ:ann?secret=JBSWY3DPEHPK3PXP&issuer=QQ';
const fault = (code: string) => expect.objectContaining({ code });

describe('bind', () => {
  test('a number stays pending until the service took a code', () => {
    const walk = walker([]);
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    walk.answer('sort', { sort: 'phone' });
    walk.answer('number', { number: '１３８００００１２３４' });
    expect(walk.states()).toEqual(['phone pending']);
    walk.answer('accepted', { accepted: 'yes' });
    expect(walk.states()).toEqual(['phone active']);
    walk.answer('codes', { codes: '12345678\n23456789' });
    walk.answer('end');
    expect(walk.states()).toEqual(['phone active', 'recoveryCodes active']);
    expect(walk.run.state).toBe('done');
  });

  test('a number typed wrong is corrected where it stands', () => {
    const walk = walker([]);
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    walk.answer('sort', { sort: 'phone' });
    walk.answer('number', { number: '13800001234' });
    walk.back();
    walk.answer('number', { number: '13900001234' });
    expect(walk.account().factors).toMatchObject([{ numberE164: '+8613900001234', state: 'pending' }]);
  });

  test('a secret scanned anew puts the first one aside, since the service may have taken that', () => {
    const walk = walker([]);
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    walk.answer('sort', { sort: 'otp' });
    walk.answer('secret', { secret: SECRET });
    walk.back();
    walk.answer('secret', { secret: SECRET.replace('JBSWY3DP', 'GEZDGNBV') });
    expect(walk.states()).toEqual(['otp retired', 'otp pending']);
  });

  test('no secret and no list of codes stays in the saved run', () => {
    const walk = walker([]);
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    walk.answer('sort', { sort: 'otp' });
    walk.answer('secret', { secret: SECRET });
    walk.answer('accepted', { accepted: 'yes' });
    walk.answer('codes', { codes: '12345678\n23456789' });
    expect(JSON.stringify([walk.run, walk.events])).not.toMatch(/JBSWY3DP|12345678/);
  });

  test.each([
    ['010-62345678', 'phone/landline'],
    ['138000012', 'phone/too-short'],
    ['', 'phone/empty'],
  ])('%s is refused and nothing has changed', (number, code) => {
    const walk = walker([]);
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    walk.answer('sort', { sort: 'phone' });
    expect(() => walk.answer('number', { number })).toThrow(fault(code));
    expect(walk.run.step).toBe('number');
    expect(walk.states()).toEqual([]);
  });

  test('a number that another account of the service has is refused where one number serves one account', () => {
    const walk = walker([], { rules: { oneNumberOneAccount: true }, others: [[phoneFactor('p')]] });
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    walk.answer('sort', { sort: 'phone' });
    expect(() => walk.answer('number', { number: '13800001234' })).toThrow(fault('phone/bound-here'));
    const free = walker([], { others: [[phoneFactor('p')]] });
    free.begin({ flow: 'bind', accountIds: ['a'] });
    free.answer('sort', { sort: 'phone' });
    free.answer('number', { number: '13800001234' });
  });
});

describe('change', () => {
  const begun = () => {
    const walk = walker([phoneFactor('p')]);
    walk.begin({ flow: 'change', accountIds: ['a'], factorId: 'p' });
    return walk;
  };

  test('keeps the old number usable until the new one was taken', () => {
    const walk = begun();
    walk.answer('verify', { verified: 'yes' });
    walk.answer('number', { number: '13900001234' });
    expect(walk.states()).toEqual(['phone replacing', 'phone pending']);
    walk.answer('accepted', { accepted: 'yes' });
    walk.answer('retire-old', { oldGone: 'yes' });
    walk.answer('end');
    expect(walk.states()).toEqual(['phone retired', 'phone active']);
  });

  test('given up, leaves the old number as it was', () => {
    const walk = begun();
    walk.answer('verify', { verified: 'yes' });
    walk.answer('number', { number: '13900001234' });
    walk.giveUp();
    expect(walk.states()).toEqual(['phone active', 'phone retired']);
  });

  test('to the same number is refused', () => {
    const walk = begun();
    walk.answer('verify', { verified: 'yes' });
    expect(() => walk.answer('number', { number: '13800001234' })).toThrow(fault('phone/bound-already'));
  });

  test('says what became of a number that is gone', () => {
    const walk = begun();
    walk.answer('verify', { verified: 'gone' });
    expect(() => walk.answer('gone', { other: 'support' })).toThrow(fault('flow/answer-missing'));
    walk.answer('gone', { other: 'support', 'accept.really-gone': 'yes' });
    walk.answer('number', { number: '13900001234' });
    walk.answer('accepted', { accepted: 'yes' });
    walk.answer('end');
    expect(walk.states()).toEqual(['phone lost', 'phone active']);
  });
});

describe('unbind', () => {
  const begun = (...more: Parameters<typeof walker>[0]) => {
    const walk = walker([phoneFactor('p'), ...more]);
    walk.begin({ flow: 'unbind', accountIds: ['a'], factorId: 'p' });
    return walk;
  };
  const TICKS = { normal: 'yes', 'accept.no-codes': 'yes', 'accept.not-proven': 'yes' };

  test('of the last way in asks for the name of the service, and for nothing less', () => {
    const walk = begun();
    for (const typed of ['', 'yes', 'Shop2']) {
      const values = { ...TICKS, 'accept.last-factor': typed };
      expect(() => walk.answer('prechecks', values)).toThrow(fault('flow/last-factor'));
    }
    walk.answer('prechecks', { ...TICKS, 'accept.last-factor': ' shop ' });
    walk.answer('there', { result: 'unbound' });
    expect(walk.states()).toEqual(['phone retired']);
  });

  test('of one of several asks for no name', () => {
    const walk = begun(otpFactor('o'), codesFactor('c'));
    walk.answer('prechecks', { normal: 'yes', 'accept.not-proven': 'yes' });
    walk.answer('there', { result: 'unbound' });
    walk.answer('check', { signsIn: 'yes', messages: 'no' });
    walk.answer('after-trouble', { mended: 'bound-again' });
    expect(walk.states()).toEqual(['phone active', 'otp active', 'recoveryCodes active']);
    expect(walk.run.state).toBe('done');
  });

  test('of two ways at once asks for the name when the second would be the last', () => {
    const walk = begun(otpFactor('o'));
    walk.answer('prechecks', TICKS);
    const first = walk.run.id;
    walk.begin({ flow: 'unbind', accountIds: ['a'], factorId: 'o' });
    walk.answer('prechecks', TICKS);
    walk.answer('there', { result: 'unbound' });
    walk.goTo(first);
    expect(() => walk.answer('there', { result: 'unbound' })).toThrow(fault('flow/last-factor'));
    expect(walk.states()).toEqual(['phone retiring', 'otp retired']);
    walk.answer('there', { result: 'unbound', 'accept.last-factor': 'Shop' });
    expect(walk.states()).toEqual(['phone retired', 'otp retired']);
  });

  test('half done stays as it is when given up, and has its way out', () => {
    const walk = begun(otpFactor('o'));
    walk.answer('prechecks', TICKS);
    walk.answer('there', { result: 'halfway' });
    const there = walk.world;
    walk.giveUp();
    expect(walk.states()).toEqual(['phone retiring', 'otp active']);
    walk.resumeIn(there);
    walk.answer('halfway', { wayOut: 'undo' });
    expect(walk.states()).toEqual(['phone active', 'otp active']);
  });

  test('that failed leaves the number active and can be tried again', () => {
    const walk = begun(otpFactor('o'));
    walk.answer('prechecks', TICKS);
    walk.answer('there', { result: 'failed' });
    expect(walk.states()).toEqual(['phone active', 'otp active']);
    walk.answer('failed', { afterFailure: 'again' });
    expect(walk.run.step).toBe('prechecks');
  });
});

test('retire SMS walks from account to account, and leaves a record', () => {
  const walk = walker([phoneFactor('p')], { others: [[phoneFactor('q')]] });
  walk.begin({ flow: 'retire-sms', accountIds: ['a', 'b0'] });
  walk.answer('why', { begin: 'now', deadline: '2026-12-31' });
  expect(walk.account().factors[0]?.endsAtMs).toBe(Date.UTC(2027, 0, 1) - 1);
  walk.answer('ways', { sort: 'otp' });
  walk.answer('prepare', { haveNumber: 'yes', havePassword: 'yes', haveProof: 'yes' });
  walk.answer('secret', { secret: SECRET });
  walk.answer('accepted', { accepted: 'yes' });
  walk.answer('codes');
  walk.answer('turn-off', { smsNow: 'off' });
  walk.answer('record');
  expect(walk.account().factors).toMatchObject([
    { sort: 'phone', state: 'retired', goneSinceMs: walk.clock.ms },
    { sort: 'otp', state: 'active', acceptedAtMs: walk.clock.ms },
  ]);
  expect(walk.run).toMatchObject({ accountId: 'b0', step: 'why', cast: { old: 'q' } });
  walk.answer('why', { begin: 'later' });
  walk.answer('all-done');
  expect(walk.run).toMatchObject({ state: 'done', outcomes: { a: 'done', b0: 'later' } });
});

test('a lost phone takes the accounts that hang on it, worst first', () => {
  const walk = walker([phoneFactor('p'), otpFactor('o')], {
    others: [[phoneFactor('q')], [otpFactor('r')]],
    devices: [deviceFor('d', '+8613800001234')],
  });
  walk.begin({ flow: 'lost-phone', deviceId: 'd' });
  walk.answer('sure', { how: 'stolen', sure: 'yes' });
  expect(walk.run.queue).toEqual(['b0', 'a']);
  walk.answer('freeze', { frozen: 'done' });
  walk.answer('passwords', { passwords: 'done' });
  expect(() => walk.answer('account', { way: 'o', inside: 'yes' })).toThrow(fault('flow/bad-answer'));
  walk.answer('account', { way: 'support', inside: 'stuck' });
  walk.answer('account', { way: 'o', inside: 'yes' });
  walk.answer('secure', { removed: 'yes' });
  expect(walk.states()).toEqual(['phone retired', 'otp active']);
  walk.answer('number-back', { number: 'same' });
  walk.answer('end');
  expect(walk.states('b0')).toEqual(['phone active']);
  expect(walk.run.outcomes).toEqual({ b0: 'stuck', a: 'done' });
});

describe('lost key', () => {
  test('found again, is in use again', () => {
    const walk = walker([{ ...otpFactor('o'), state: 'retired' }]);
    walk.begin({ flow: 'lost-key', accountIds: ['a'] });
    walk.answer('which', { which: 'otp' });
    walk.answer('key', { key: 'o' });
    walk.answer('look', { found: 'yes' });
    walk.answer('found', { works: 'yes' });
    expect(walk.states()).toEqual(['otp active']);
    expect(walk.run.step).toBe('review');
  });

  test('gone, is replaced by a new one, reviewed and told', () => {
    const walk = walker([keyFactor('k'), codesFactor('c')]);
    walk.begin({ flow: 'lost-key', accountIds: ['a'] });
    walk.answer('which', { which: 'hardwareKey' });
    walk.answer('key', { key: 'k' });
    walk.answer('look', { found: 'no' });
    walk.answer('gone', { 'accept.really-gone': 'yes' });
    walk.answer('get-in', { way: 'c', sort: 'securityKey' });
    walk.answer('register', { label: 'Blue key' });
    walk.answer('accepted', { accepted: 'yes' });
    walk.answer('codes');
    walk.answer('review', { recentUse: 'yes', otherFactors: 'yes', sessions: 'yes' });
    walk.answer('tell', { told: 'yes' });
    walk.answer('store');
    expect(walk.states()).toEqual(['securityKey lost', 'recoveryCodes active', 'securityKey active']);
    expect(walk.run.state).toBe('done');
  });

  test.each(['wallet', 'vault'])('of a %s asks for nothing', (which) => {
    const walk = walker([]);
    walk.begin({ flow: 'lost-key', accountIds: ['a'] });
    walk.answer('which', { which });
    expect(walk.step().inputs ?? []).toEqual([]);
    walk.answer(which);
    expect(walk.run.state).toBe('done');
  });
});

test('new recovery codes take the place of the old list only once they are here', () => {
  const walk = walker([otpFactor('o'), codesFactor('c', 1)]);
  walk.begin({ flow: 'new-codes', accountIds: ['a'] });
  expect(() => walk.answer('make', { codes: 'nothing like it' })).toThrow(fault('codes/none-found'));
  expect(walk.states()).toEqual(['otp active', 'recoveryCodes active']);
  walk.answer('make', { codes: '12345678\n23456789' });
  walk.answer('end');
  expect(walk.states()).toEqual(['otp active', 'recoveryCodes retired', 'recoveryCodes active']);
});

describe('any flow', () => {
  const begun = () => {
    const walk = walker([]);
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    walk.answer('sort', { sort: 'phone' });
    return walk;
  };

  test('takes no answer to a step that was left: a second click changes nothing', () => {
    expect(() => begun().answer('sort', { sort: 'otp' })).toThrow(fault('flow/step-changed'));
  });

  test('stays where it is in trouble, and counts it', () => {
    const walk = begun();
    walk.answer('number', { number: '13800001234' });
    walk.trouble('code-not-received');
    walk.trouble('code-not-received');
    expect(walk.run).toMatchObject({ step: 'accepted', trouble: { id: 'code-not-received', times: 2 } });
    walk.answer('accepted', { accepted: 'yes' });
    expect(walk.run.trouble).toBeNull();
  });

  test('knows no trouble that its step cannot have', () => {
    const walk = walker([]);
    walk.begin({ flow: 'bind', accountIds: ['a'] });
    expect(() => walk.trouble('code-wrong')).toThrow(fault('flow/bad-answer'));
  });

  test('does not go back behind what the service was told', () => {
    const walk = begun();
    walk.answer('number', { number: '13800001234' });
    walk.answer('accepted', { accepted: 'yes' });
    expect(() => walk.back()).toThrow(fault('flow/no-way-back'));
  });

  test('has ended when it has ended', () => {
    const walk = begun();
    walk.giveUp();
    expect(() => walk.answer('number', { number: '13800001234' })).toThrow(fault('flow/finished'));
  });

  test('of an account in the trash moves nowhere', () => {
    const walk = begun();
    walk.trash();
    expect(() => walk.answer('number', { number: '13800001234' })).toThrow(fault('account/not-found'));
    walk.giveUp();
    expect(walk.run.state).toBe('givenUp');
  });

  test('that this version does not know is refused', () => {
    expect(() => walker([]).begin({ flow: 'teleport' })).toThrow(fault('flow/not-found'));
  });
});
