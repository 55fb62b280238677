/** Everything that can go wrong at the played services, once in each: the page's own words are heard, and the flow says what to do next. */
import type { Page } from '@playwright/test';
import type { ServiceId, SwitchName } from '../site/switches.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { createOwner, type Owner } from '../support/owner.ts';
import { TONGUES } from '../support/words.ts';

const NUMBER = { typed: '13812341234', e164: '+8613812341234' };
const NAMES = {
  tokenim: { host: 'tokenim.example', shown: 'TokenIM', page: '/tokenim/phone/bind', as: 'lin' },
  bank: { host: 'sms-bank.example', shown: 'SMS Bank', page: '/bank/phone', as: 'lin' },
  qq: { host: 'qq.example', shown: 'QQ', page: '/qq/phone/bind', as: '10001000' },
  btepai: { host: 'btepai.example', shown: 'B特派', page: '/btepai/phone/bind', as: 'lin' },
} as const satisfies Record<ServiceId, object>;
/** Each service once, in one of the languages: the words of both are held together elsewhere. */
const MET_IN = { en: ['tokenim', 'btepai'], 'zh-CN': ['bank', 'qq'] } as const;
const CLOCKS_IN = { en: ['tokenim'], 'zh-CN': ['bank'] } as const;
/** What the flow is told, and the first thing it says to try. */
const FIRST_REMEDY: Readonly<Record<string, string>> = {
  'bound-elsewhere': 'sign-in-there',
  'code-not-received': 'wait-and-resend',
  'code-wrong': 'check-typing',
  'code-expired': 'new-code',
  network: 'check-network',
  'service-down': 'wait-service',
  frozen: 'unfreeze-first',
  'rate-limited': 'stop-trying',
  refused: 'read-reason',
};

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });
    test.setTimeout(240_000);

    for (const id of MET_IN[tongue]) {
      test(`${NAMES[id].shown}: whatever fails while a phone is bound has its words and its way on`, async ({
        extension,
      }) => {
        const walk = await atTheCode(extension, tongue, id);
        await numbers(walk);
        await codes(walk);
        await wholeService(walk);
        // After all of that the same walk is finished, with nothing lost.
        const { me, site } = walk;
        await asksForCode(walk);
        await enters(walk, extension.site.town.lastCodeTo(NUMBER.e164) ?? '');
        await expect(site.locator('.success').first()).toBeVisible();
        await me.page().bringToFront();
        await me.button(me.say('flow.option.accepted.yes'));
        await me.isAt('flow.enrol.codes');
      });
    }

    for (const id of CLOCKS_IN[tongue]) {
      test(`${NAMES[id].shown}: an authenticator whose clock is off is told to look at the clock`, async ({
        extension,
      }) => {
        const me = await createOwner(extension, tongue);
        const { town } = extension.site;
        const { shown, host, as } = NAMES[id];
        town.withMember(id, { name: as });
        await me.beginsAccount(shown, as);
        await me.chooses('sort', 'otp');
        await me.goesOn();
        const site = await me.visits(id, id === 'bank' ? '/bank/retire/key' : '/tokenim/key', as);
        const uri = await site.locator('a[href^="otpauth:"]').getAttribute('href');
        await me.page().bringToFront();
        await me.types('secret', uri ?? '');
        await me.goesOn();
        await me.isAt('flow.enrol.accepted');
        await me.setsSite(shown, host);
        await extension.allowWhenAsked(`https://*.${host}/*`);
        town.setSwitch(id, 'clock-off');
        await entersShown(me, site);
        await expect(site.locator('.failure')).toBeVisible();
        await isHeard({ me, extension, id, site }, 'code-wrong');
        await expect(me.page().getByText(me.say('flow.remedy.check-clock'))).toBeVisible();
      });
    }

    test('QQ: what stands in the way of unbinding, and what may fail after it', async ({ extension }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      town.withMember('qq', { name: '10001000', phone: NUMBER.e164 });
      await me.withPhone('QQ', NUMBER.typed);
      await me.opensAccount('QQ');
      const shown = '+86 138 **** 1234';
      await me.button(me.say('way.unbindFor', { way: `${me.say('way.sort.phone')} ${shown}` }));
      await me.chooses('normal', 'yes');
      await me.ticksAll();
      await me
        .page()
        .getByLabel(me.say('flow.stop.last-factor.label', { name: 'QQ' }))
        .fill('QQ');
      await me.goesOn();
      await me.isAt('flow.unbind.there');
      let site = await me.visits('qq', '/qq/phone/verify', '10001000');
      await me.proves(site, NUMBER.e164);
      for (const name of ['account-abnormal', 'no-recent-code', 'system-limit'] as const) {
        town.setSwitch('qq', name);
        await site.goto('https://qq.example/qq/phone/unbind');
        await expect(site.getByRole('alert')).toHaveCount(1);
        town.clearSwitches();
        await isTold(me, 'refused');
      }
      town.moveClock(120_000);
      await site.goto('https://qq.example/qq/phone/unbind/confirm');
      await site.locator('button[name=do][value=sms]').click();
      await site.locator('#otp').fill(town.lastCodeTo(NUMBER.e164) ?? '');
      await site.locator('#password').fill('correct horse');
      await site.locator('input[name=sure]').check();
      await site.locator('button[value=confirm]:not(.default)').click();
      await expect(site.locator('.success').first()).toBeVisible();
      town.moveClock(3 * 86_400_000);
      await site.goto('https://qq.example/qq/security');
      expect(town.memberOf('qq', '10001000')?.phone).toBeNull();
      await me.page().bringToFront();
      await me.chooses('result', 'unbound');
      await me.goesOn();

      town.setSwitch('qq', 'messages-fail');
      await site.goto('https://qq.example/qq/messages');
      await site.locator('#text').fill('hello');
      await site.locator('form button').last().click();
      await expect(site.locator('.failure')).toBeVisible();
      town.setSwitch('qq', 'sign-in-fails');
      await extension.context.clearCookies();
      site = await extension.context.newPage();
      await site.goto(`https://qq.example/qq/sign-in?lang=${tongue}`);
      await site.locator('input[name=username]').fill('10001000');
      await site.locator('input[name=password]').fill('correct horse');
      await site.locator('form button').last().click();
      await expect(site.locator('h1.failure')).toBeVisible();
      await me.page().bringToFront();
      await me.chooses('signsIn', 'no');
      await me.chooses('messages', 'no');
      await me.goesOn();
      await me.isAt('flow.unbind.afterTrouble');
      await isTold(me, 'refused');
      await me.chooses('mended', 'bound-again');
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('QQ');
      await expect(me.way(shown)).toContainText(me.say('way.state.active'));
    });

    test('B特派: a number that is none is refused in words, and stays as it was typed', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      await me.beginsAccount('B特派', 'lin');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      const number = me.page().getByLabel(me.say('flow.input.number'), { exact: true });
      for (const [typed, fault] of [
        ['1381234123', 'phone/too-short'],
        ['138123412345', 'phone/too-long'],
        ['02012345678', 'phone/landline'],
        ['138O234l234', 'phone/letters'],
        ['12812341234', 'phone/not-assigned'],
        ['+852 5123 4567', 'phone/wrong-country'],
      ] as const) {
        await number.fill(typed);
        await me.goesOn();
        await expect(me.page().getByText(me.say(`fault.${fault}`), { exact: true }), typed).toBeVisible();
        await expect(number).toHaveValue(typed);
      }
      await number.fill('１３８　１２３４　１２３４');
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
    });
  });
}

interface Walk {
  readonly me: Owner;
  readonly extension: Extension;
  readonly id: ServiceId;
  readonly site: Page;
}

/** The number is written down in the flow and typed into the page; now the service is to send its code. */
async function atTheCode(extension: Extension, tongue: 'en' | 'zh-CN', id: ServiceId): Promise<Walk> {
  const me = await createOwner(extension, tongue);
  const { shown, host, page, as } = NAMES[id];
  extension.site.town.withMember(id, { name: as });
  await me.beginsAccount(shown, as);
  await me.chooses('sort', 'phone');
  await me.goesOn();
  await me.setsSite(shown, host);
  await me.types('number', NUMBER.typed);
  await me.goesOn();
  await me.isAt('flow.enrol.accepted');
  await extension.allowWhenAsked(`https://*.${host}/*`);
  const site = await me.visits(id, page, as);
  return { me, extension, id, site };
}

async function withSwitch({ extension, id }: Walk, name: SwitchName, act: () => Promise<void>) {
  extension.site.town.setSwitch(id, name);
  await act();
  extension.site.town.clearSwitches();
}

/** Past every wait between two codes, and what a service sends in a day. */
async function asksForCode({ extension, site, id }: Walk): Promise<void> {
  extension.site.town.moveClock(25 * 3_600_000);
  await site.bringToFront();
  await site.goto(`https://${NAMES[id].host}${NAMES[id].page}`);
  await site.locator('#phone').fill(NUMBER.typed);
  await site.locator('button[name=do][value=sms]').click();
  await site.waitForLoadState();
}

async function enters({ site }: Walk, code: string): Promise<void> {
  await site.bringToFront();
  await site.locator('#otp').fill(code);
  await site.locator('button[value=confirm]:not(.default)').click();
}

async function numbers(walk: Walk): Promise<void> {
  const { site } = walk;
  await withSwitch(walk, 'number-taken', async () => {
    await asksForCode(walk);
    await expect(site.locator('.failure')).toBeVisible();
    await isHeard(walk, 'bound-elsewhere');
  });
  await withSwitch(walk, 'rate-limited', async () => {
    await asksForCode(walk);
    await expect(site.locator('.failure')).toBeVisible();
    await isHeard(walk, 'rate-limited');
  });
}

async function codes(walk: Walk): Promise<void> {
  const { me, site, extension, id } = walk;
  const { town } = extension.site;
  const count = () => town.messagesTo(NUMBER.e164).length;
  await withSwitch(walk, 'code-not-sent', async () => {
    await asksForCode(walk);
    await expect(site.getByRole('status')).toBeVisible();
    expect(count()).toBe(0);
    await isTold(me, 'code-not-received');
  });
  await withSwitch(walk, 'code-late', async () => {
    await asksForCode(walk);
    expect(count()).toBe(0);
    await isTold(me, 'code-not-received');
    town.moveClock(30_000);
    expect(count()).toBe(1);
  });
  await withSwitch(walk, 'code-wrong', async () => {
    await asksForCode(walk);
    await enters(walk, town.lastCodeTo(NUMBER.e164) ?? '');
    await expect(site.locator('.failure')).toBeVisible();
    await isHeard(walk, 'code-wrong');
  });
  await withSwitch(walk, 'code-expired', async () => {
    await asksForCode(walk);
    await enters(walk, town.lastCodeTo(NUMBER.e164) ?? '');
    await expect(site.locator('.failure')).toBeVisible();
    await isHeard(walk, 'code-expired');
  });
  await withSwitch(walk, 'other-messages', async () => {
    const before = count();
    await asksForCode(walk);
    const fresh = town.messagesTo(NUMBER.e164).slice(0, count() - before);
    expect(fresh.length).toBeGreaterThan(1);
    await toldApart(
      me,
      fresh.map(({ text }) => text),
      town.lastCodeTo(NUMBER.e164) ?? '',
    );
  });
  if (id !== 'tokenim' && id !== 'bank') return;
  await withSwitch(walk, 'code-for-other-site', async () => {
    await asksForCode(walk);
    const message = town.messagesTo(NUMBER.e164)[0]?.text ?? '';
    const here = { bound: /@([\w.-]+) #/.exec(message)?.[1] ?? '', here: NAMES[id].host };
    await me.page().bringToFront();
    await me.page().getByLabel(me.say('sms.label'), { exact: true }).fill(message);
    await expect(me.page().getByText(me.say('sms.elsewhere', here))).toBeVisible();
    const fill = me.page().getByRole('button', { name: me.say('entry.message', { site: NAMES[id].host }) });
    await expect(fill).toHaveCount(0);
  });
}

/** Of the messages that arrived together only one has a code, and the one that asks for it is called out. */
async function toldApart(me: Owner, texts: readonly string[], code: string): Promise<void> {
  const page = me.page();
  await page.bringToFront();
  await page.locator('.message summary').click();
  const box = page.getByLabel(me.say('sms.label'), { exact: true });
  const read: string[] = [];
  let fishy = 0;
  for (const text of texts) {
    await box.fill('');
    await expect(page.locator('.message-read')).toHaveCount(0);
    await box.fill(text);
    await expect(page.locator('.message-read')).toBeVisible();
    const shown = page.locator('.message-read output');
    if ((await shown.count()) > 0) read.push((await shown.innerText()).replace(/\s/g, ''));
    fishy += Math.min(1, await page.locator('.message-read .notice-warning').count());
  }
  expect(read).toEqual([code]);
  expect(fishy).toBe(1);
}

async function wholeService(walk: Walk): Promise<void> {
  const { me, site, id } = walk;
  const address = `https://${NAMES[id].host}${NAMES[id].page}`;
  await withSwitch(walk, 'account-frozen', async () => {
    await site.goto(address);
    await isHeard(walk, 'frozen');
  });
  await withSwitch(walk, 'service-down', async () => {
    await site.goto(address);
    await isHeard(walk, 'service-down');
  });
  await withSwitch(walk, 'network-cut', async () => {
    await expect(site.goto(address)).rejects.toThrow();
    await isTold(me, 'network');
  });
  await withSwitch(walk, 'slow', async () => {
    // The flow does not wait for the page: what was done is there meanwhile.
    const slow = site.goto(address);
    await me.page().reload();
    await me.isAt('flow.enrol.accepted');
    await slow;
  });
  if (id !== 'bank') return;
  await withSwitch(walk, 'deadline-passed', async () => {
    await site.goto(address);
    await expect(site.locator('h1.failure')).toBeVisible();
    await isTold(me, 'refused');
  });
  await site.goto(address);
}

/** The flow reads the page where it may; else the person says what is wrong. Either way it answers with what helps. */
async function isHeard({ me, id }: Walk, trouble: string): Promise<void> {
  if (id === 'qq') return isTold(me, trouble);
  await me.page().bringToFront();
  await me.button(me.say('entry.look', { site: NAMES[id].host }));
  const notice = me.page().locator('.page-answer .notice-warning');
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: me.say('entry.whatHelps') }).click();
  await helps(me, trouble);
}

async function isTold(me: Owner, trouble: string): Promise<void> {
  await me.page().bringToFront();
  const troubles = me.page().locator('.troubles');
  if ((await troubles.getAttribute('open')) === null) await troubles.locator('summary').click();
  await troubles.getByRole('button', { name: me.say(`flow.trouble.${trouble}`), exact: true }).click();
  await helps(me, trouble);
}

async function helps(me: Owner, trouble: string): Promise<void> {
  const remedies = me.page().locator('.remedies');
  await expect(remedies.getByRole('heading', { name: me.say(`flow.trouble.${trouble}`) })).toBeVisible();
  await expect(remedies.locator('li').first()).toHaveText(
    me.say(`flow.remedy.${FIRST_REMEDY[trouble] ?? ''}`),
  );
  const last = trouble === 'network' ? 'keep-progress' : 'support';
  await expect(remedies.locator('li').last()).toHaveText(me.say(`flow.remedy.${last}`));
}

async function entersShown(me: Owner, site: Page): Promise<void> {
  await me.page().bringToFront();
  const shown = me.page().locator('.code-now output');
  await expect(shown).toHaveText(/\d/);
  const code = (await shown.innerText()).replace(/\s/g, '');
  await site.bringToFront();
  await site.locator('#otp').fill(code);
  await site.locator('form button').last().click();
}
