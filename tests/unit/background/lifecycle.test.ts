/** Flows, factors, devices and messages over a whole vault, as the background answers our pages; the worker dies in between. */
import { describe, expect, test } from 'vitest';
import { deviceHandlers } from '../../../entrypoints/background/handlers/devices.ts';
import { factorHandlers } from '../../../entrypoints/background/handlers/factors.ts';
import { flowHandlers } from '../../../entrypoints/background/handlers/flows.ts';
import { smsHandlers } from '../../../entrypoints/background/handlers/sms.ts';
import type { Factor } from '../../../utils/factors/factor.ts';
import type { SiteView } from '../../../utils/views.ts';
import { codesFactor, otpFactor, phoneFactor } from '../../support/flow-walker.ts';
import { countedRandomness } from '../../support/memory-ports.ts';
import { testVault } from '../../support/test-vault.ts';

const fault = (code: string) => expect.objectContaining({ code });
const SHOP: SiteView = {
  host: 'www.shop.example',
  readable: 'www.shop.example',
  site: 'shop.example',
  secure: true,
  pattern: 'https://www.shop.example/*',
  granted: true,
  fields: 0,
  looksLike: null,
  letters: [],
  notes: null,
};
const none = {};

let seeds = 1;
function handlersOver(vault: ReturnType<typeof testVault>) {
  const ports = { keeper: vault.keeper, clock: vault.clock, randomness: countedRandomness(seeds++ * 31) };
  const siteOfTab = async (tabId: number) => (tabId === 1 ? SHOP : null);
  return {
    ...flowHandlers({ ...ports, siteOfTab }),
    ...factorHandlers(ports),
    ...deviceHandlers(ports),
    ...smsHandlers({ keeper: vault.keeper, siteOfTab }),
  };
}

async function begun(...factors: readonly Factor[]) {
  const vault = testVault();
  await vault.create();
  await vault.add('a', {
    factors,
    sites: [{ site: 'shop.example', exactHost: false, source: 'user', addedAtMs: 0 }],
  });
  return { vault, ask: handlersOver(vault) };
}

/** The worker died: all that is left is what was stored. */
const afterDeath = ({ stores, session, clock }: ReturnType<typeof testVault>) =>
  handlersOver(testVault({ stores, session, clock }));

describe('a flow', () => {
  test('goes on in another worker, says what it did, and ends in the list', async () => {
    const { vault, ask } = await begun(phoneFactor('p'));
    const { id: runId } = await ask['flow.start']({ flow: 'change', accountIds: ['a'], factorId: 'p' }, none);
    await ask['flow.answer']({ runId, step: 'verify', values: { verified: 'yes' } }, none);
    const next = afterDeath(vault);
    const asked = await next['flow.read']({ runId }, none);
    expect(asked).toMatchObject({
      state: 'open',
      step: { id: 'number' },
      cast: { old: { shown: '+86 138 **** 1234' } },
    });
    await next['flow.answer']({ runId, step: 'number', values: { number: '139 0000 1234' } }, none);
    const last = afterDeath(vault);
    await last['flow.trouble']({ runId, trouble: 'code-not-received' }, none);
    const stuck = await last['flow.read']({ runId }, none);
    expect(stuck.trouble).toMatchObject({ times: 1, waitUntilMs: vault.clock.ms + 60_000 });
    expect(stuck.trouble?.remedies.at(-1)).toBe('support');
    await last['flow.answer']({ runId, step: 'accepted', values: { accepted: 'yes' } }, none);
    await last['flow.answer']({ runId, step: 'retire-old', values: { oldGone: 'yes' } }, none);
    const done = await last['flow.answer']({ runId, step: 'end', values: {} }, none);
    expect(done).toMatchObject({ state: 'done', step: null });
    expect(done.deeds.flatMap(({ changes }) => changes).at(-1)).toMatchObject({
      shown: '+86 138 **** 1234',
      to: 'retired',
    });
    const { runs, onSms } = await last['flow.list']({}, none);
    expect(runs.map(({ id }) => id)).toEqual([runId]);
    expect(onSms.map(({ id }) => id)).toEqual(['a']);
  });

  test('that begins with a new account binds it to the tab it came from', async () => {
    const { vault, ask } = await begun();
    const { account } = await ask['flow.start'](
      { flow: 'bind', newAccount: { service: ' QQ ', login: '1', tabId: 1 } },
      none,
    );
    const made = await vault.keeper.read((contents) => contents.account.get(account?.id ?? ''));
    expect(made).toMatchObject({ service: 'QQ', sites: [{ site: 'shop.example', source: 'binding' }] });
  });

  test('refused changes nothing that is stored', async () => {
    const { vault, ask } = await begun(phoneFactor('p'));
    const { id: runId } = await ask['flow.start']({ flow: 'unbind', accountIds: ['a'], factorId: 'p' }, none);
    const before = new Map(vault.stores[0]!.bytes);
    const answer = ask['flow.answer']({ runId, step: 'prechecks', values: { normal: 'yes' } }, none);
    await expect(answer).rejects.toEqual(fault('flow/last-factor'));
    expect(vault.stores[0]!.bytes).toEqual(before);
  });

  test('can be left', async () => {
    const { ask } = await begun(phoneFactor('p'));
    const { id: runId } = await ask['flow.start']({ flow: 'change', accountIds: ['a'], factorId: 'p' }, none);
    await expect(ask['flow.back']({ runId }, none)).rejects.toEqual(fault('flow/no-way-back'));
    expect(await ask['flow.abandon']({ runId }, none)).toMatchObject({ state: 'givenUp', step: null });
  });
});

describe('factors', () => {
  test('are written down by hand, masked, found by a piece of the number, and shown whole when asked', async () => {
    const { ask } = await begun();
    const add = { accountId: 'a', country: 'CN', label: '', deviceId: null };
    const [way] = await ask['factors.add']({ ...add, sort: 'phone', value: '13800001234' }, none);
    expect(way).toMatchObject({ sort: 'phone', state: 'active', shown: '+86 138 **** 1234', isLast: true });
    expect(await ask['factors.find']({ text: '0000 12' }, none)).toEqual(['a']);
    expect(await ask['factors.find']({ text: '9999' }, none)).toEqual([]);
    const shown = await ask['factors.reveal']({ accountId: 'a', factorId: way?.id ?? '', sure: true }, none);
    expect(shown.text).toBe('+86 138 0000 1234');
    const secret = ask['factors.add']({ ...add, sort: 'otp', value: 'JBSWY3DPEHPK3PXP' }, none);
    await expect(secret).rejects.toEqual(fault('factor/not-found'));
  });

  test('keep what is not named in an edit, and lose a rhythm that is taken away', async () => {
    const { ask } = await begun(phoneFactor('p'));
    const place = { accountId: 'a', factorId: 'p' };
    await ask['factors.edit']({ ...place, label: 'Work', rotateEveryDays: 365, endsOn: '2026-12-31' }, none);
    const [way] = await ask['factors.edit']({ ...place, rotateEveryDays: null }, none);
    expect(way).toMatchObject({ label: 'Work', rotateEveryDays: null, endsAtMs: Date.UTC(2027, 0, 1) - 1 });
  });

  test('the last one is put aside only with the name of the service, and can be taken back', async () => {
    const { ask } = await begun(phoneFactor('p'));
    const retire = { accountId: 'a', factorId: 'p', state: 'retired' } as const;
    await expect(ask['factors.setState']({ ...retire, typedName: '' }, none)).rejects.toEqual(
      fault('flow/last-factor'),
    );
    await ask['factors.setState']({ ...retire, typedName: 'Shop' }, none);
    const [way] = await ask['factors.setState']({ ...retire, state: 'active', typedName: '' }, none);
    expect(way).toMatchObject({ state: 'active', goneSinceMs: null });
  });

  test('recovery codes are read, used up one by one, and each only once', async () => {
    const { vault, ask } = await begun(codesFactor('c', 2));
    const place = { accountId: 'a', factorId: 'c', on: 'shop.example' };
    expect(await ask['factors.useCode'](place, none)).toEqual({ text: '12345670', left: 1 });
    await expect(ask['factors.useCode']({ ...place, at: 0 }, none)).rejects.toEqual(
      fault('codes/used-already'),
    );
    expect(await ask['factors.useCode'](place, none)).toEqual({ text: '12345671', left: 0 });
    await expect(ask['factors.useCode'](place, none)).rejects.toEqual(fault('codes/none-left'));
    const { codes } = await ask['factors.reveal']({ accountId: 'a', factorId: 'c', sure: true }, none);
    expect(codes[0]).toEqual({ text: '12345670', usedAtMs: vault.clock.ms, usedOn: 'shop.example' });
    const [way] = await ask['factors.list']({ accountId: 'a' }, none);
    expect(way).toMatchObject({ codesLeft: 0, codesAll: 5 });
    await expect(ask['factors.readCodes']({ text: 'no codes' }, none)).rejects.toEqual(
      fault('codes/none-found'),
    );
  });
});

test('devices are saved, changed and removed; what hung on them stays', async () => {
  const { ask } = await begun(phoneFactor('p'), otpFactor('o'));
  const phone = {
    sort: 'phone',
    name: 'Pixel',
    number: '138 0000 1234',
    country: 'CN',
    carrier: '',
    carrierAccountId: null,
  } as const;
  const [device] = await ask['devices.save'](phone, none);
  expect(device).toMatchObject({ shownNumber: '+86 138 **** 1234', accounts: 1, state: 'inHand' });
  const { hits, untouched } = await ask['simulate.lost']({ deviceIds: [device?.id ?? ''] }, none);
  expect(hits).toMatchObject([{ service: 'Shop', lost: [{ id: 'p' }], left: [{ id: 'o' }] }]);
  expect(untouched).toBe(0);
  const [renamed] = await ask['devices.save'](
    { ...phone, deviceId: device?.id ?? '', name: 'Old Pixel' },
    none,
  );
  expect(renamed).toMatchObject({ id: device?.id, name: 'Old Pixel', addedAtMs: device?.addedAtMs });
  expect(await ask['devices.remove']({ deviceId: device?.id ?? '' }, none)).toEqual([]);
  expect(await ask['factors.list']({ accountId: 'a' }, none)).toHaveLength(2);
  await expect(ask['simulate.lost']({ deviceIds: ['gone'] }, none)).rejects.toEqual(
    fault('device/not-found'),
  );
});

test('the check-up names the account and the way it speaks of', async () => {
  const { ask } = await begun({ ...phoneFactor('p'), state: 'lost' }, otpFactor('o'));
  const { score, findings } = await ask['checkup.read']({}, none);
  expect(score).toBe(0);
  expect(findings.find(({ id }) => id === 'lost-still-bound')).toMatchObject({
    service: 'Shop',
    shown: '+86 138 **** 1234',
  });
});

describe('a pasted message', () => {
  const bound = (host: string) => `Your code is 747723.\n\n@${host} #747723`;

  test('whose code is bound to this site belongs here', async () => {
    const { ask } = await begun();
    const read = await ask['sms.read']({ text: bound('shop.example'), accountId: 'a', tabId: 1 }, none);
    expect(read).toMatchObject({ code: '747723', elsewhere: null });
  });

  test('whose code is bound elsewhere is told with both names', async () => {
    const { ask } = await begun();
    const inTab = await ask['sms.read']({ text: bound('bank.example'), tabId: 1 }, none);
    expect(inTab.elsewhere).toEqual({ bound: 'bank.example', here: 'www.shop.example' });
    const forAccount = await ask['sms.read']({ text: bound('bank.example'), accountId: 'a' }, none);
    expect(forAccount.elsewhere).toEqual({ bound: 'bank.example', here: 'shop.example' });
  });

  test('of another service in the vault is called out, of an unknown one not', async () => {
    const { vault, ask } = await begun();
    await vault.add('b', { service: '支付宝' });
    const other = await ask['sms.read']({ text: '【支付宝】验证码：7314', accountId: 'a' }, none);
    expect(other.otherService).toBe('支付宝');
    const unknown = await ask['sms.read']({ text: '【京东】验证码：7314', accountId: 'a' }, none);
    expect(unknown.otherService).toBeNull();
  });
});

test('nothing is answered while the vault is locked', async () => {
  const { vault, ask } = await begun(phoneFactor('p'));
  await vault.door.lock();
  for (const asked of [
    ask['flow.list']({}, none),
    ask['factors.list']({ accountId: 'a' }, none),
    ask['checkup.read']({}, none),
    ask['sms.read']({ text: '验证码 1234' }, none),
  ]) {
    await expect(asked).rejects.toEqual(fault('vault/locked'));
  }
});
