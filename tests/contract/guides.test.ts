/** Every guide, also those to come: whole in both languages, sure of its sources, and never pointing anywhere but at the service itself. */
import { describe, expect, test } from 'vitest';
import { words as english } from '../../components/text/en-guides.ts';
import { words as chinese } from '../../components/text/zh-cn-guides.ts';
import { flowOf } from '../../utils/flows/registry.ts';
import { CARRIERS, FINDING_OTHERS } from '../../utils/guides/carriers.ts';
import { GUIDED_FLOWS } from '../../utils/guides/guide.ts';
import { guideFor, offersOf, rulesFor } from '../../utils/guides/guide-for.ts';
import { GUIDES } from '../../utils/guides/registry.ts';
import { builtInDirectory } from '../../utils/sites/directory/built-in.ts';

const directory = builtInDirectory();
const wordsOf = (language: object) => new Map<string, string>(Object.entries(language));
const languages = [
  ['en', wordsOf(english)],
  ['zh-CN', wordsOf(chinese)],
] as const;

function known(id: string) {
  const service = directory.withId(id);
  if (service === null) throw new Error(`no such service: ${id}`);
  return service;
}

function keysOf({ service, flows, notes }: (typeof GUIDES)[number]): string[] {
  const steps = Object.entries(flows).flatMap(([flow, all]) => all.map((step) => `${flow}.${step}`));
  return [...steps, ...notes.map((note) => `note.${note}`)].map((key) => `guide.${service}.${key}`);
}

test('the services that were asked for have one', () => {
  const asked =
    'tokenim qq btepai wechat alipay taobao weibo bilibili google microsoft apple github x facebook amazon';
  expect(asked.split(' ').filter((id) => !GUIDES.some(({ service }) => service === id))).toEqual([]);
});

test('guides are for flows that there are', () => {
  expect(GUIDED_FLOWS.filter((id) => flowOf(id) === null)).toEqual([]);
});

test('no words are left over from a guide that is gone', () => {
  const used = new Set([...GUIDES.flatMap(keysOf), ...FINDING_OTHERS.map((way) => `carrier.find.${way}`)]);
  const isLeft = (key: string) => !used.has(key) && !key.startsWith('guide.ui.');
  const left = languages.flatMap(([, words]) => [...words.keys()].filter(isLeft));
  expect(left).toEqual([]);
});

describe.each(GUIDES.map((guide) => [guide.service, guide] as const))('%s', (_, guide) => {
  test('is about one service of the directory, and the only guide about it', () => {
    expect(known(guide.service).id).toBe(guide.service);
    expect(GUIDES.filter(({ service }) => service === guide.service)).toEqual([guide]);
  });

  test('has steps, each once, in every language', () => {
    const keys = keysOf(guide);
    expect(Object.values(guide.flows).flat().length).toBeGreaterThan(0);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const missing = languages.flatMap(([name, words]) =>
      keys.filter((key) => !words.has(key)).map((key) => `${name} ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('says what it rests on', () => {
    const addresses = guide.sources.filter((source) => !/^《.+》$/.test(source));
    expect(guide.sources.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => new URL(`https://${address}`).hostname === '')).toEqual([]);
    if (guide.basis !== 'official') return;
    const own = addresses.filter(
      (address) => directory.serviceOf(new URL(`https://${address}`).hostname)?.id === guide.service,
    );
    expect(own.length).toBeGreaterThan(0);
  });

  test('names no address in its words: links come from the directory, checked', () => {
    const named = languages.flatMap(([, words]) =>
      keysOf(guide).filter((key) =>
        /https?:|www\.|\b[\w-]+\.(com|cn|net|org|im|io)\b/i.test(words.get(key) ?? ''),
      ),
    );
    expect(named).toEqual([]);
  });

  test('is taken apart by flow, with the page of the service itself or none', () => {
    const service = known(guide.service);
    for (const flow of ['bind', 'change', 'unbind', 'retire-sms', 'lost-phone', 'lost-key', 'check-up']) {
      const told = guideFor(service, flow);
      const steps = Object.entries(guide.flows).find(([id]) => id === flow)?.[1] ?? [];
      expect(told.steps).toEqual(steps.map((step) => `guide.${guide.service}.${flow}.${step}`));
      expect(told.officialPage).toBe(service.setUpPage);
    }
  });
});

describe('the sources themselves', () => {
  // Guide 003: no unofficial channels, no third-party tools. Guide 004: 11 mainland digits, a number for one account.
  test('QQ is left alone', () => expect(rulesFor(known('qq')).handsOff).toBe(true));
  test('B特派 takes mainland numbers, each for one account', () =>
    expect(rulesFor(known('btepai'))).toMatchObject({ oneNumberOneAccount: true, phoneCountries: ['CN'] }));
  test.each(['tokenim', 'btepai'])('%s gets no address, because no source names one', (id) =>
    expect(guideFor(known(id), 'bind').officialPage).toBeNull(),
  );
});

test('a service without a guide keeps the generic flow, its page and what it offers', () => {
  const discord = known('discord');
  expect(guideFor(discord, 'bind')).toMatchObject({ steps: [], notes: [], basis: null, handsOff: false });
  expect(guideFor(discord, 'bind').officialPage).toMatch(/^https:\/\/support\.discord\.com\//);
  // 2fa.directory lists SMS and TOTP for Discord, its passkey directory passkeys.
  expect(offersOf(discord)).toMatchObject({ offered: ['passkey', 'otp'], sms: 'yes' });
});

test('where nothing is known, every way stays choosable', () => {
  expect(rulesFor(known('douban')).offers).toBeNull();
  expect(rulesFor(known('github')).offers).toEqual(['passkey', 'securityKey', 'otp']);
});

test('the carriers are services we know, with sources for their hotlines', () => {
  expect(CARRIERS.map(({ hotline }) => hotline)).toEqual(['10086', '10010', '10000']);
  expect(CARRIERS.filter(({ service, sources }) => known(service) && sources.length === 0)).toEqual([]);
});
