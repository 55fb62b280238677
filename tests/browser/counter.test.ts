/** A counter that came apart from the site's is set right by two codes of another holder of the key. */
import { expect, test } from '../support/extension.ts';
import { addressOf, createPerson, RFC_SECRET, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

/** The RFC's key at 1000 and 1001, by Python's hmac. */
const SHOWN = ['450130', '796651'] as const;

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('two codes in a row find the counter, and the site takes the one after them', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const { say } = person;
      await extension.serveSite([SHOP]);
      const otp = { secretBase32: RFC_SECRET, kind: 'hotp', counter: 1002 } as const;
      const user = extension.site.withUser({ host: SHOP, name: 'mei', otp });
      const first = await extension.openPopupTab();
      await person.createsDeviceVault(first);
      await first.close();
      const page = await person.visits('/shop/code/single?as=mei');
      await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET, 'hotp')]);

      const manager = await extension.openPage('manager.html#/accounts');
      await manager.locator('a.card', { hasText: 'mei' }).first().click();
      const counter = manager.getByRole('region', { name: say('counter.title') });
      const enter = async (older: string, newer: string) => {
        await counter.getByLabel(say('counter.older'), { exact: true }).fill(older);
        await counter.getByLabel(say('counter.newer'), { exact: true }).fill(newer);
        await counter.getByRole('button', { name: say('counter.set') }).click();
      };
      await enter(SHOWN[1], SHOWN[0]);
      await expect(counter.getByRole('alert')).toHaveText(say('fault.otp/no-such-pair'));
      await enter(...SHOWN);
      await expect(manager.getByText(say('counter.done', { counter: 1002 }))).toBeVisible();
      await manager.close();

      const popup = await extension.openActionPopup(page);
      await person.fillButton(popup, 'mei').click();
      await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/);
      await page.getByRole('button', { name: person.site.shop.code.do }).click();
      await expect(page.getByText(person.site.shop.code.accepted, { exact: true })).toBeVisible();
      expect([user.codesAccepted, user.codesRefused]).toEqual([1, 0]);
    });
  });
}
