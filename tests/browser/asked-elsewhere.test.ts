/** What was asked outside of the popup is told in it: why nothing was filled, what is held back, whose code the page wants. */
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

async function withAccount(extension: Extension, person: Person) {
  await extension.serveSite([SHOP]);
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await person.visits('/shop/sign-in');
  await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET)]);
  await page.close();
  await extension.grantSite('https://*.example.com/*');
  return extension.site.withUser({ host: SHOP, name: 'mei', otp: { secretBase32: RFC_SECRET } });
}

/** Our listeners hear what the browser would tell them when somebody types in the address bar. */
async function typesInAddressBar(extension: Extension, text: string, enter: boolean): Promise<unknown> {
  const worker = await extension.worker();
  return worker.evaluate(
    ([typed, isEntered]) =>
      new Promise((told) => {
        const { onInputChanged, onInputEntered } = chrome.omnibox as unknown as Record<
          string,
          { dispatch(...values: unknown[]): void }
        >;
        if (isEntered) {
          onInputEntered?.dispatch(typed, 'currentTab');
          told(null);
        } else onInputChanged?.dispatch(typed, told);
      }),
    [text, enter] as const,
  );
}

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('the popup says by itself why a command filled nothing', async ({ extension }) => {
      const person = createPerson(extension, tongue);
      await withAccount(extension, person);
      const page = await person.visits('/shop/sign-in');
      const popup = await extension.popupOpenedBy(() => extension.runCommand('fill-code', page));
      const why = popup.getByRole('region', { name: person.say('why.title') });
      await expect(why.getByText(person.say('why.password'))).toBeVisible();
      await why.getByRole('button', { name: person.say('why.close') }).click();
      await expect(why).toBeHidden();
    });

    test('a code that was used here is held back, and the popup says so', async ({ extension }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      await withAccount(extension, person);
      const page = await person.visits('/shop/code/single?as=mei');
      await extension.runCommand('fill-code', page);
      await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
      const popup = await extension.openActionPopup(page);
      await person.fillButton(popup, 'mei').click();
      const [before] = person.say('note.spent').split('{{count}}');
      await expect(popup.getByText(before ?? '')).toBeVisible();
      const badge = async (tabId: number) => chrome.action.getBadgeText({ tabId });
      const worker = await extension.worker();
      expect(await worker.evaluate(badge, await extension.tabIdOf(page))).toBe('…');
    });

    test('the address bar lists accounts without a code, and Enter fills on their site', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const user = await withAccount(extension, person);
      const page = await person.visits('/shop/code/single?as=mei');
      await page.bringToFront();
      const listed = (await typesInAddressBar(extension, '', false)) as { content: string }[];
      expect(listed.map(({ content }) => content)).toEqual([`${person.site.shop.name} · mei`]);
      expect(JSON.stringify(listed)).not.toMatch(/\d{6}/);
      await typesInAddressBar(extension, listed[0]?.content ?? '', true);
      await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
      await page.getByRole('button', { name: person.site.shop.code.do }).click();
      await expect(page.getByText(person.site.shop.code.accepted, { exact: true })).toBeVisible();
      expect(user.codesAccepted).toBe(1);
    });
  });
}
