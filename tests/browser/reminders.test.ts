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

    test('over the weeks: one a day at most, none at night, the last day of messages and the rhythm among them', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      await me.withPhone('Copper Kettle', '13812341234');
      const phone = `${me.say('way.sort.phone')} +86 138 **** 1234`;
      await me.button(me.say('way.editFor', { way: phone }));
      await me.page().getByLabel(me.say('way.rotate'), { exact: true }).selectOption({ index: 1 });
      await me.page().getByLabel(me.say('way.endsOn'), { exact: true }).fill(dayAhead(40));
      await me.button(me.say('way.save'));
      await expect(me.way('1234')).toContainText(me.say('way.rhythm', { count: 90 }));
      await me.opens('check-up');
      const page = me.page();
      await page.getByRole('switch', { name: me.say('checkup.ui.remind') }).click();
      await page.getByLabel(me.say('checkup.ui.quietFrom')).selectOption(String(22 * 60));
      await page.getByLabel(me.say('checkup.ui.quietTo')).selectOption(String(8 * 60));
      let told = 0;
      const shownOnce = async () => {
        await expect.poll(() => notices(extension)).toHaveLength(1);
        const [id = ''] = await notices(extension);
        await (await extension.worker()).evaluate((which) => chrome.notifications.clear(which), id);
        told += 1;
        await me.opens('activity');
        await expect(me.page().getByText(me.say('journal.reminder.shown'))).toHaveCount(told);
        // The same day once more: nothing, whatever else there is to say.
        await alarm(extension);
        await me.opens('flows');
        expect(await notices(extension)).toEqual([]);
        return id;
      };

      await setClock(extension, 1, 23.5);
      await alarm(extension);
      await me.opens('flows');
      expect(await notices(extension)).toEqual([]);
      await setClock(extension, 2, 8.5);
      await alarm(extension);
      expect(await shownOnce()).toBe('check-up:no-backup');

      // Ten days before the end it is urgent; the backup that is still missing comes first.
      const seen: string[] = [];
      for (const day of [30, 31, 91, 92, 93, 94, 95]) {
        // A little later each day: the last one is to be a whole day ago.
        await setClock(extension, day, 12 + seen.length / 10);
        await alarm(extension);
        seen.push(await shownOnce());
      }
      expect(seen.slice(0, 2)).toEqual(['check-up:no-backup', 'check-up:ends-soon']);
      expect(seen.slice(2)).toContain('check-up:rotation-due');
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

/** As a date field has it. */
function dayAhead(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
}

/** The worker's clock, so many days ahead and at this hour. The vault counts as used just now, or it would lock. */
async function setClock(extension: Extension, days: number, hour: number): Promise<void> {
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(Math.floor(hour), (hour % 1) * 60, 0, 0);
  await (await extension.worker()).evaluate(async (aheadMs) => {
    const real = performance.timeOrigin;
    Date.now = () => Math.round(real + performance.now() + aheadMs);
    const { vault } = await chrome.storage.session.get('vault');
    await chrome.storage.session.set({ vault: { ...(vault as object), lastUsedAtMs: Date.now() } });
  }, at.getTime() - Date.now());
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
