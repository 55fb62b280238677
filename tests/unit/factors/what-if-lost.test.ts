/** What is left when things are gone: small worlds whose answer can be seen, and a large one against the clock. */
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../utils/accounts/account.ts';
import type { Device } from '../../../utils/factors/device.ts';
import type { Factor } from '../../../utils/factors/factor.ts';
import { whatIfLost } from '../../../utils/factors/what-if-lost.ts';
import {
  codesFactor,
  deviceFor,
  emailFactor,
  keyFactor,
  otpFactor,
  phoneFactor,
} from '../../support/flow-walker.ts';
import { makeAccount } from '../../support/test-vault.ts';

const PHONE = deviceFor('phone', '+8613800001234');
const world = (accounts: readonly Account[], devices: readonly Device[] = [PHONE]) => ({
  account: new Map(accounts.map((account) => [account.id, account])),
  device: new Map(devices.map((device) => [device.id, device])),
});
const account = (id: string, factors: readonly Factor[], over: Partial<Account> = {}) =>
  makeAccount({ id, factors, login: `${id}@example.com`, ...over });
const at = (site: string) => ({ sites: [{ site, exactHost: false, source: 'user', addedAtMs: 0 } as const] });

test('a number hangs on the phone that its SIM is in, without anybody having said so', () => {
  const { hits } = whatIfLost(world([account('a', [phoneFactor('p')])]), ['phone']);
  expect(hits).toMatchObject([{ accountId: 'a', lostFactorIds: ['p'], leftFactorIds: [] }]);
});

test('another number, a secret kept here and a retired factor are not touched', () => {
  const accounts = [
    account('a', [phoneFactor('p', '+8613900001234')]),
    account('b', [otpFactor('o')]),
    account('c', [{ ...phoneFactor('q'), state: 'retired' }, otpFactor('o')]),
  ];
  expect(whatIfLost(world(accounts), ['phone'])).toEqual({ hits: [], circles: [], untouched: 3 });
});

test('worst first: nothing left, then codes only, and in each money before mail before sign-in before the rest', () => {
  const accounts = [
    account('shop', [phoneFactor('p')]),
    account('hub', [phoneFactor('p')], at('github.com')),
    account('mail', [phoneFactor('p')], at('163.com')),
    account('pay', [phoneFactor('p')], at('alipay.com')),
    account('bank', [phoneFactor('p'), codesFactor('c')], { service: '招商银行' }),
    account('safe', [phoneFactor('p'), keyFactor('k')], at('paypal.com')),
  ];
  const { hits } = whatIfLost(world(accounts), ['phone']);
  expect(hits.map(({ accountId }) => accountId)).toEqual(['pay', 'mail', 'hub', 'shop', 'bank', 'safe']);
  expect(hits.find(({ accountId }) => accountId === 'bank')?.onlyCodes).toBe(true);
});

describe('an address', () => {
  const mail = account('mail', [phoneFactor('p')], { login: 'ann@qq.com', ...at('qq.com') });
  const shop = account('shop', [emailFactor('e', 'Ann@QQ.com')]);

  test('falls with its mailbox', () => {
    const { hits } = whatIfLost(world([mail, shop]), ['phone']);
    expect(hits.map(({ accountId, waitsFor }) => [accountId, waitsFor])).toEqual([
      ['mail', []],
      ['shop', ['mail']],
    ]);
  });

  test('stays while its mailbox has another way', () => {
    const open = { ...mail, factors: [...mail.factors, otpFactor('o')] };
    const { hits } = whatIfLost(world([open, shop]), ['phone']);
    expect(hits.map(({ accountId }) => accountId)).toEqual(['mail']);
  });

  test('whose mailbox is not in the vault is taken as open', () => {
    expect(whatIfLost(world([shop]), ['phone']).hits).toEqual([]);
  });

  test('is not shut by some other account that signs in with it', () => {
    const other = account('other', [phoneFactor('p')], { login: 'ann@qq.com', ...at('shop.example') });
    expect(whatIfLost(world([other, shop]), ['phone']).hits.map(({ accountId }) => accountId)).toEqual([
      'other',
    ]);
  });
});

describe('a circle', () => {
  const carrier = account('carrier', [emailFactor('e', 'ann@163.com')], { service: '中国移动' });
  const mail = account('mail', [phoneFactor('p')], { login: 'ann@163.com', ...at('163.com') });
  const phone = { ...PHONE, carrierAccountId: 'carrier' };

  test('of mail and phone is found', () => {
    const { circles } = whatIfLost(world([carrier, mail, account('x', [phoneFactor('p')])], [phone]), [
      'phone',
    ]);
    expect(circles.map((ids) => [...ids].sort())).toEqual([['carrier', 'mail']]);
  });

  test('is none when one of them has recovery codes', () => {
    const saved = { ...mail, factors: [...mail.factors, codesFactor('c')] };
    expect(whatIfLost(world([carrier, saved], [phone]), ['phone']).circles).toEqual([]);
  });

  test('of two mailboxes that vouch for each other is found', () => {
    const one = account('one', [emailFactor('e', 'b@163.com'), phoneFactor('p')], {
      login: 'a@126.com',
      ...at('126.com'),
    });
    const two = account('two', [emailFactor('e', 'a@126.com')], { login: 'b@163.com', ...at('163.com') });
    expect(whatIfLost(world([one, two]), ['phone']).circles.map((ids) => [...ids].sort())).toEqual([
      ['one', 'two'],
    ]);
  });
});

test('a thousand accounts that wait for one another in a row are looked through at once', () => {
  const accounts = Array.from({ length: 1000 }, (_, n) =>
    account(
      `a${n}`,
      [n === 0 ? phoneFactor('p') : emailFactor('e', `u${n - 1}@m${n - 1}.example`), codesFactor('c', 0)],
      {
        login: `u${n}@m${n}.example`,
        ...at(`m${n}.example`),
      },
    ),
  );
  const large = world(accounts);
  whatIfLost(large, ['phone']);
  // Time on the processor: on a busy machine the clock measures the others.
  const before = process.cpuUsage();
  const { hits } = whatIfLost(large, ['phone']);
  const { user, system } = process.cpuUsage(before);
  expect(hits).toHaveLength(1000);
  expect(hits.every(({ leftFactorIds }) => leftFactorIds.length === 0)).toBe(true);
  expect((user + system) / 1000).toBeLessThan(50);
});
