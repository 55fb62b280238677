/** Reminders as real notifications: none in quiet hours, one a day, no use of the vault; and a message taken from the clipboard when asked. */
import { type Extension, expect, test } from '../support/extension.ts';
import { grantedBuild } from '../support/granted-build.ts';
import { createOwner } from '../support/owner.ts';
import { TONGUES } from '../support/words.ts';

const build = grantedBuild('notifications', 'clipboardRead');
test.afterAll(() => build.remove());

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue, extension: build.path } });
    test.setTimeout(120_000);

    test('one is shown outside of quiet hours, opens the check-up, and keeps no vault open', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      await me.withPhone('Copper Kettle', '13812341234');
      await me.opens('check-up');
      const page = me.page();
      await page.getByRole('switch', { name: me.say('checkup.ui.remind') }).click();
      const from = page.getByLabel(me.say('checkup.ui.quietFrom'));
      const to = page.getByLabel(me.say('checkup.ui.quietTo'));
      const hour = await page.evaluate(() => new Date().getHours());
      await from.selectOption(String(((hour + 23) % 24) * 60));
      await to.selectOption(String(((hour + 2) % 24) * 60));
      const shown = () => me.page().getByText(me.say('journal.reminder.shown'));
      await alarm(extension);
      await me.opens('activity');
      await expect(me.page().locator('.timeline li').first()).toBeVisible();
      await expect(shown()).toHaveCount(0);
      expect(await notices(extension)).toEqual([]);

      // From and until the same hour: never quiet.
      await me.opens('check-up');
      await me.page().getByLabel(me.say('checkup.ui.quietFrom')).selectOption('0');
      await me.page().getByLabel(me.say('checkup.ui.quietTo')).selectOption('0');
      // What the page asks by itself is answered before the clock is turned back.
      await me.opens('activity');
      await expect(me.page().locator('.timeline li').first()).toBeVisible();
      const before = await usedLongAgo(extension);
      await alarm(extension);
      await expect.poll(() => notices(extension)).toEqual(['check-up:no-backup']);
      expect(await lastUsed(extension)).toBe(before);
      const opened = extension.context.waitForEvent('page');
      await (await extension.worker()).evaluate(() => {
        const event = chrome.notifications.onClicked as unknown as { dispatch(id: string): void };
        event.dispatch('check-up:no-backup');
        return chrome.notifications.clear('check-up:no-backup');
      });
      await expect((await opened).getByRole('heading', { level: 1 })).toHaveText(
        me.say('checkup.ui.section'),
      );

      await alarm(extension);
      await me.opens('check-up');
      await me.opens('activity');
      await expect(shown()).toHaveCount(1);
      expect(await notices(extension)).toEqual([]);
    });

    test('a copied message is taken when asked, and not before', async ({ extension }) => {
      const me = await createOwner(extension, tongue);
      await me.beginsAccount('Copper Kettle', 'lin');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      await me.types('number', '13812341234');
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
      const page = me.page();
      await page.bringToFront();
      await page.evaluate(() => navigator.clipboard.writeText('【铜壶茶铺】验证码 481253，5 分钟内有效。'));
      await page.locator('.message summary').click();
      await expect(page.locator('.message-read')).toHaveCount(0);
      await me.button(me.say('sms.clipboard'));
      await expect(page.locator('.message-read output')).toHaveText(/^481\s?253$/);
    });
  });
}

/** The quarter of an hour is over: the browser's own event, which cannot be hurried. */
async function alarm(extension: Extension): Promise<void> {
  await (await extension.worker()).evaluate(() => {
    const event = chrome.alarms.onAlarm as unknown as { dispatch(alarm: unknown): void };
    event.dispatch({ name: 'reminders', scheduledTime: Date.now() });
  });
}

async function notices(extension: Extension): Promise<string[]> {
  return (await extension.worker()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

/** As if nobody had touched anything for a minute, which is less than the time to the lock. */
async function usedLongAgo(extension: Extension): Promise<number> {
  return (await extension.worker()).evaluate(async () => {
    const { vault } = await chrome.storage.session.get('vault');
    const lastUsedAtMs = (vault as { lastUsedAtMs: number }).lastUsedAtMs - 60_000;
    await chrome.storage.session.set({ vault: { ...(vault as object), lastUsedAtMs } });
    return lastUsedAtMs;
  });
}

async function lastUsed(extension: Extension): Promise<number> {
  return (await extension.worker()).evaluate(async () => {
    const { vault } = await chrome.storage.session.get('vault');
    return (vault as { lastUsedAtMs: number }).lastUsedAtMs;
  });
}
