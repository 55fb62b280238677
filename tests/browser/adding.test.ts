/** Accounts come in on the full page: by pictures, many lines, the camera; and an export in several codes, part by part. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { dropsOn, pastesPicture, pastesText } from '../support/hand-over.ts';
import { migrationSet } from '../support/migration.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { BLANK, cameraThatSees, pictureAddress, pictureOf } from '../support/qr-picture.ts';
import { TONGUES } from '../support/words.ts';

const GITHUB = addressOf('GitHub', 'ann', RFC_SECRET);
const KETTLE = addressOf('Copper Kettle', 'mei', 'JBSWY3DPEHPK3PXP');

async function opensAdding(extension: Extension, person: Person, way = ''): Promise<Page> {
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await popup.close();
  return extension.openPage(`manager.html#/add${way}`);
}

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('several pictures at once; the site is suggested by the name and shown before it is saved', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const { say } = person;
      const page = await opensAdding(extension, person);
      const files = [pictureOf(GITHUB), pictureOf(KETTLE, 'second.gif'), BLANK];
      await page.locator('input[type=file]').setInputFiles(files);
      await expect(page.getByText(say('bind.whichText', { count: 2 }))).toBeVisible();
      await expect(page.getByText(BLANK.name)).toBeVisible();
      await page.locator('.choice', { hasText: 'GitHub' }).click();
      await expect(page.getByLabel(say('bind.site'), { exact: true })).toHaveValue('github.com');
      await page.getByRole('button', { name: say('bind.save') }).click();
      await expect(
        page.getByText(say('bind.savedSite', { service: 'GitHub', site: 'github.com' })),
      ).toBeVisible();

      await page.locator('.choice', { hasText: 'Copper Kettle' }).click();
      const site = page.getByLabel(say('bind.site'), { exact: true });
      await expect(page.locator('output.code')).toBeVisible();
      await expect(site).toHaveValue('');
      await site.fill('no site');
      await page.getByRole('button', { name: say('bind.save') }).click();
      await expect(page.getByText(say('fault.site/malformed'))).toBeVisible();
      await site.fill('kettle.example.org');
      await page.getByRole('button', { name: say('bind.save') }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Copper Kettle' })).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: 'example.org' })).toBeVisible();
    });
  });
}

test('pictures are dropped, also beside the zone; one or a text is pasted; one without a code is refused in words', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const { say } = person;
  const page = await opensAdding(extension, person);
  const login = page.getByLabel(say('bind.login'));
  const back = page.getByRole('button', { name: say('common.back') });
  const zone = page.locator('.drop');
  await expect(zone).toBeVisible();
  const box = await zone.boundingBox();
  if (box === null) throw new Error('there is no zone');
  await dropsOn(page, [BLANK], { x: box.x + 20, y: box.y + 20 });
  await expect(page.getByText(say('fault.scan/blank-picture'))).toBeVisible();
  await dropsOn(page, [pictureOf(GITHUB)], { x: box.x + box.width / 2, y: box.y + 20 });
  await expect(login).toHaveValue('ann');
  await back.click();
  await expect(zone).toBeVisible();
  await dropsOn(page, [pictureOf(KETTLE)], { x: 20, y: 600 });
  await expect(login).toHaveValue('mei');
  await back.click();
  await expect(zone).toBeVisible();
  await pastesPicture(page, pictureOf(GITHUB));
  await expect(login).toHaveValue('ann');
  await back.click();
  await expect(zone).toBeVisible();
  await pastesText(page, KETTLE);
  await expect(login).toHaveValue('mei');
});

test('many lines: the good ones are added together, the others are named with their place', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const page = await opensAdding(extension, person);
  await page.locator('.choice', { hasText: person.say('add.pasteText') }).click();
  await page.getByLabel(person.say('bind.pasteLabel')).fill([GITHUB, 'good morning', KETTLE].join('\n'));
  await page.getByRole('button', { name: person.say('bind.pasteRead'), exact: true }).click();
  await expect(page.getByText(person.say('bind.unread', { count: 1 }))).toBeVisible();
  await expect(page.getByText(/^Line 2: /)).toBeVisible();
  await page.getByRole('button', { name: person.say('bind.addAll', { count: 2 }) }).click();
  await expect(page.getByText(person.say('bind.addedAll', { count: 2 }))).toBeVisible();
  await expect(page.locator('a.card')).toHaveCount(2);
});

test('an export in five codes comes in part by part, in any order, and survives the popup', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const { say } = person;
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const parts = migrationSet(5);
  await extension.serveSite([SHOP], async (request) => {
    const at = Number(new URL(request.url).searchParams.get('part'));
    const body = `<!doctype html><title>part</title><img src="${pictureAddress(parts[at] ?? '')}">`;
    return { status: 200, headers: { 'content-type': 'text/html' }, body };
  });
  for (const [count, at] of [3, 0].entries()) {
    const page = await person.visits(`/?part=${at}`);
    const popup = await extension.openActionPopup(page);
    await popup.getByRole('button', { name: say('popup.emptyScan') }).click();
    await expect(popup.getByText(say('bind.setRead', { read: count + 1, size: 5 }))).toBeVisible();
    await popup.close();
    await page.close();
  }
  const page = await extension.openPage('manager.html#/add');
  await expect(page.getByText(say('bind.setRead', { read: 2, size: 5 }))).toBeVisible();
  await expect(page.getByText(/Missing: 2, 3, 5\./)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([1, 2, 4].map((at) => pictureOf(parts[at] ?? '')));
  await expect(page.getByText(say('bind.setRead', { read: 5, size: 5 }))).toBeVisible();
  await page.getByRole('button', { name: say('bind.addAll', { count: 5 }) }).click();
  await expect(page.locator('a.card')).toHaveCount(5);
  await page.goto(extension.url('manager.html#/add'));
  await page.reload();
  await expect(page.getByText(say('add.drop'))).toBeVisible();
  await expect(page.getByText(say('bind.setRead', { read: 5, size: 5 }))).toHaveCount(0);
});

test('the camera reads a code, also an export in parts, and stops when it is left', async ({ extension }) => {
  await extension.startAfresh({ flags: cameraThatSees(['', ...migrationSet(2)]) });
  const person = createPerson(extension, 'en');
  const page = await opensAdding(extension, person, '/camera');
  const tracks = await page.evaluateHandle(async () => {
    let stream: unknown = null;
    while (!(stream instanceof MediaStream)) {
      await new Promise(requestAnimationFrame);
      stream = document.querySelector('video')?.srcObject;
    }
    return stream.getTracks();
  });
  await expect(page.getByText(person.say('bind.setRead', { read: 2, size: 2 }))).toBeVisible();
  expect(await tracks.evaluate((all) => all.map(({ readyState }) => readyState))).toEqual(['ended']);
  await page.getByRole('button', { name: person.say('bind.addAll', { count: 2 }) }).click();
  await expect(page.locator('a.card')).toHaveCount(2);
});

test('a camera that is refused, missing or in use is named in words; it can be tried again', async ({
  extension,
}) => {
  await extension.startAfresh({ flags: cameraThatSees([GITHUB]) });
  const person = createPerson(extension, 'en');
  const page = await opensAdding(extension, person);
  const camera = () => page.locator('.choice', { hasText: person.say('add.cameraText') }).click();
  // What the browser answers in each case; a real refusal is told by the same name.
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    const answers = ['NotAllowedError', 'NotFoundError', 'NotReadableError'];
    mediaDevices.getUserMedia = async (wish) => {
      const name = answers.shift();
      if (name === undefined) return real(wish);
      throw new DOMException('no', name);
    };
  });
  await camera();
  for (const fault of ['refused', 'none', 'busy']) {
    await expect(page.getByText(person.say(`fault.camera/${fault}`))).toBeVisible();
    await page.getByRole('button', { name: person.say('add.again') }).click();
  }
  await expect(page.getByLabel(person.say('bind.login'))).toHaveValue('ann');
});
