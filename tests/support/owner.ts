/** The owner of a vault before the full page: walks flows by real clicks, while the played services are open beside it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { ServiceId } from '../site/switches.ts';
import type { Extension } from './extension.ts';
import { createPerson } from './person.ts';
import type { Say, Tongue } from './words.ts';

const HOSTS: Record<ServiceId, string> = {
  tokenim: 'tokenim.example',
  bank: 'sms-bank.example',
  qq: 'qq.example',
  btepai: 'btepai.example',
};

export interface Owner {
  readonly say: Say;
  /** The full page; another one after each restart. */
  page(): Page;
  button(name: string): Promise<void>;
  goesOn(): Promise<void>;
  /** A choice of the step at hand, by the ids of input and option. */
  chooses(input: string, option: string, labelKey?: string): Promise<void>;
  types(input: string, text: string, isOptional?: boolean): Promise<void>;
  ticksAll(): Promise<void>;
  isAt(words: string): Promise<void>;
  /** At the account of the queue that is named in the title. */
  isAtAccount(service: string): Promise<void>;
  isDone(): Promise<void>;
  /** From the list of accounts to the first question of the flow that binds. */
  beginsAccount(service: string, login: string): Promise<void>;
  /** An account whose phone was bound long ago: the walk that made it is given up, the number written down. */
  withPhone(service: string, number: string): Promise<void>;
  /** An authenticator bound long ago: the walk is gone through, and no recovery codes are named. */
  withKey(service: string, secretBase32: string): Promise<void>;
  /** Where the step offers it: the site of an account that has none yet. */
  setsSite(service: string, site: string): Promise<void>;
  opens(...section: string[]): Promise<void>;
  opensAccount(service: string): Promise<void>;
  way(shown: string): Locator;
  /** The browser is closed and started again; the walk goes on from the list of those under way. */
  restartsInside(flow: string): Promise<void>;
  /** Pastes the newest message to this number and reads the code that is shown. */
  readsMessage(to: string): Promise<string>;
  visits(service: ServiceId, path: string, as: string): Promise<Page>;
  /** Has a code sent on a page of a service, and enters what came. */
  proves(page: Page, to: string, channel?: 'sms' | 'mail'): Promise<void>;
}

export async function createOwner(extension: Extension, tongue: Tongue): Promise<Owner> {
  const person = createPerson(extension, tongue);
  const { say } = person;
  await extension.serveSite(Object.values(HOSTS));
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await popup.close();
  let manager = await extension.openPage('manager.html#/accounts');
  const group = (label: string) => manager.getByRole('group', { name: label, exact: true });

  const owner: Owner = {
    say,
    page: () => manager,
    button: (name) => manager.getByRole('button', { name, exact: true }).click(),
    goesOn: () => owner.button(say('flow.ui.continue')),
    chooses: (input, option, labelKey = `flow.input.${input}`) =>
      group(say(labelKey))
        .locator('.few-one', {
          hasText: say(input === 'sort' ? `way.sort.${option}` : `flow.option.${input}.${option}`),
        })
        .first()
        .click(),
    types: (input, text, isOptional = false) =>
      manager
        .getByLabel(`${say(`flow.input.${input}`)}${isOptional ? ` (${say('flow.optional')})` : ''}`, {
          exact: true,
        })
        .fill(text),
    async ticksAll() {
      await expect(manager.getByRole('checkbox').first()).toBeVisible();
      for (const box of await manager.getByRole('checkbox').all()) await box.check();
    },
    isAt: (words) =>
      expect(manager.getByRole('heading', { level: 2, name: titleOf(say(`${words}.title`)) })).toBeVisible(),
    isAtAccount: (service) =>
      expect(
        manager.getByRole('heading', {
          name: say('flow.lost-phone.account.title', { service }),
          exact: true,
        }),
      ).toBeVisible(),
    isDone: () =>
      expect(manager.getByRole('heading', { name: say('flow.ui.doneTitle'), exact: true })).toBeVisible(),
    async beginsAccount(service, login) {
      await owner.opens('accounts');
      await owner.button(say('manager.newAccount'));
      await manager.getByLabel(say('manager.newService'), { exact: true }).fill(service);
      await manager.getByLabel(say('manager.newLogin'), { exact: true }).fill(login);
      await owner.button(say('manager.newGo'));
      await owner.isAt('flow.bind.sort');
    },
    async withPhone(service, number) {
      await owner.beginsAccount(service, 'lin');
      await owner.button(say('flow.ui.giveUp'));
      await owner.button(say('flow.ui.giveUp'));
      await manager.getByRole('link', { name: say('flow.ui.toAccount') }).click();
      await owner.button(say('way.add'));
      await manager.getByLabel(say('way.country')).selectOption('CN');
      await manager.getByLabel(say('way.number')).fill(number);
      await owner.button(say('way.save'));
      await expect(manager.locator('.way')).toHaveCount(1);
    },
    async withKey(service, secretBase32) {
      await owner.opensAccount(service);
      await owner.button(say('way.bind'));
      await owner.chooses('sort', 'otp');
      await owner.goesOn();
      await owner.types('secret', secretBase32);
      await owner.goesOn();
      await owner.button(say('flow.option.accepted.yes'));
      await owner.isAt('flow.enrol.codes');
      await owner.goesOn();
      await owner.goesOn();
      await owner.isDone();
    },
    async setsSite(service, site) {
      await manager.getByText(say('entry.siteTitle', { service }), { exact: true }).click();
      await manager.getByLabel(say('entry.siteLabel'), { exact: true }).fill(site);
      await owner.button(say('entry.siteDo'));
      await expect(
        manager.getByRole('link', { name: say('flow.aid.openSite', { site }), exact: true }),
      ).toBeVisible();
    },
    async opens(...section) {
      await manager.bringToFront();
      await manager.goto(extension.url(`manager.html#/${section.join('/')}`));
      await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
    },
    async opensAccount(service) {
      await owner.opens('accounts');
      await manager.locator('a.card', { hasText: service }).first().click();
      await expect(manager.locator('.way').first()).toBeVisible();
    },
    way: (shown) => manager.locator('.way', { hasText: shown }),
    async restartsInside(flow) {
      // Drawn anew, it has all its answers: none is under way when the browser goes.
      await manager.reload();
      await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
      await manager.close();
      await extension.relaunch();
      manager = await extension.openPage('manager.html#/flows');
      await manager
        .locator('a.card', { hasText: say(`flow.${flow}.name`) })
        .first()
        .click();
      await expect(manager.locator('.step')).toBeVisible();
    },
    async readsMessage(to) {
      const [message] = extension.site.town.messagesTo(to);
      await manager.bringToFront();
      await manager.locator('.message summary').click();
      await manager.getByLabel(say('sms.label'), { exact: true }).fill(message?.text ?? '');
      const shown = manager.locator('.message-read output');
      await expect(shown).toBeVisible();
      return (await shown.innerText()).replace(/\s/g, '');
    },
    async visits(service, path, as) {
      const page = await extension.context.newPage();
      await page.goto(`https://${HOSTS[service]}${path}?as=${as}&lang=${tongue}`);
      return page;
    },
    async proves(page, to, channel = 'sms') {
      await page.bringToFront();
      await page.locator(`button[name=do][value=${channel}]`).click();
      await expect(page.getByRole('status')).toBeVisible();
      await page.locator('#otp').fill(extension.site.town.lastCodeTo(to) ?? '');
      await page.locator('button[value=confirm]:not(.default)').click();
      await expect(page.locator('.success').first()).toBeVisible();
    },
  };
  return owner;
}

/** Names from the vault stand where the words have places for them. */
function titleOf(words: string): RegExp {
  const parts = words.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
