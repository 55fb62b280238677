/** The worker may end at any moment: what was asked is answered by the next one, and an open vault stays open. */
import { expect, test } from '../support/extension.ts';
import { createPerson } from '../support/person.ts';

test('a worker that dies over the first questions of a popup is not noticed', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  await person.createsDeviceVault(await extension.openPopupTab());
  for (const afterMs of [60, 90, 120, 150]) {
    const popup = await extension.context.newPage();
    const opening = popup.goto(extension.url('popup.html'), { waitUntil: 'commit' });
    // Somewhere between the first message and its answer; where exactly differs from machine to machine.
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await extension.killWorker();
    await opening;
    await expect(popup.getByText(person.say('popup.emptyTitle'))).toBeVisible();
    await popup.close();
  }
});

test('an open vault outlives its worker, again and again', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  const first = await extension.openPopupTab();
  await person.createsVault(first);
  for (let death = 0; death < 3; death += 1) {
    await extension.killWorker();
    await first.reload();
    await expect(first.getByText(person.say('popup.emptyTitle'))).toBeVisible();
  }
});
