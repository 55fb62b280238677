/** Every switch, at every service that has it: what goes wrong, in which words, and that it goes right again. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../site/language.ts';
import {
  createSwitches,
  hasSwitch,
  SERVICE_IDS,
  SWITCH_NAMES,
  type SwitchName,
} from '../../site/switches.ts';
import { LIN, type Played, play, SECRET } from './played.ts';

const FIELDS = { country: '86', phone: '13812341234' };
const BIND = {
  tokenim: '/tokenim/phone/bind',
  bank: '/bank/phone',
  qq: '/qq/phone/bind',
  btepai: '/btepai/phone/bind',
};
const NAME = '10001000';

interface Scene {
  readonly me: Played;
  readonly path: string;
  /** Asks for a code to a new number. */
  ask(): ReturnType<Played['post']>;
  confirm(code: string): ReturnType<Played['post']>;
}

/** By name: what shows at any service that has it. The rest is shown where a single service has it. */
const SHOWN: Partial<Record<SwitchName, (scene: Scene) => Promise<void>>> = {
  'number-taken': async ({ ask }) => {
    expect((await ask()).text).toMatch(/bound to another|as many .* as it may/);
  },
  'code-not-sent': async ({ me, ask }) => {
    expect((await ask()).text).toContain('was sent');
    expect(me.town.messagesTo(LIN)).toEqual([]);
  },
  'code-late': async ({ me, ask, confirm }) => {
    await ask();
    me.town.moveClock(29_999);
    expect(me.town.lastCodeTo(LIN)).toBeNull();
    me.town.moveClock(1);
    expect((await confirm(me.town.lastCodeTo(LIN) ?? '')).text).toContain('Phone bound');
  },
  'code-wrong': async ({ me, ask, confirm }) => {
    await ask();
    expect((await confirm(me.town.lastCodeTo(LIN) ?? '')).text).toContain('This code is wrong');
  },
  'code-expired': async ({ me, ask, confirm }) => {
    await ask();
    expect((await confirm(me.town.lastCodeTo(LIN) ?? '')).text).toContain('expired');
  },
  'code-for-other-site': async ({ me, ask }) => {
    await ask();
    expect(me.town.messagesTo(LIN)[0]?.text).toMatch(/\n\n@other-site\.example #\d{6}$/);
  },
  'other-messages': async ({ me, ask, confirm }) => {
    await ask();
    expect(me.town.messagesTo(LIN)).toHaveLength(4);
    expect((await confirm(me.town.lastCodeTo(LIN) ?? '')).text).toContain('Phone bound');
  },
  'rate-limited': async ({ ask }) => {
    const page = await ask();
    expect([page.status, page.text.includes('Too many tries')]).toEqual([429, true]);
  },
  'account-frozen': async ({ ask }) => {
    const page = await ask();
    expect([page.status, page.text.includes('This account is frozen')]).toEqual([403, true]);
  },
  'service-down': async ({ ask }) => {
    const page = await ask();
    expect([page.status, page.text.includes('The service is down')]).toEqual([503, true]);
  },
  slow: async ({ ask }) => {
    const page = await ask();
    expect([page.delayMs, page.text.includes('was sent')]).toEqual([6_000, true]);
  },
  'network-cut': async ({ me, ask }) => {
    expect(await ask()).toMatchObject({ isCut: true, body: '' });
    expect(me.town.messagesTo(LIN)).toEqual([]);
  },
};

describe.each(SERVICE_IDS)('%s', (service) => {
  const scene = async (): Promise<Scene> => {
    const me = play(service);
    me.town.withMember(service, { name: NAME });
    const path = BIND[service];
    await me.get(`${path}?as=${NAME}`);
    return {
      me,
      path,
      ask: () => me.post(path, { ...FIELDS, do: 'sms' }),
      confirm: (code) => me.confirm(path, code, FIELDS),
    };
  };
  const names = SWITCH_NAMES.filter((name) => hasSwitch(service, name) && SHOWN[name] !== undefined);

  test.each(names)('%s goes wrong as it says, and right once it is off', async (name) => {
    const made = await scene();
    made.me.town.setSwitch(service, name);
    await SHOWN[name]?.(made);
    made.me.town.setSwitch(service, name, false);
    const again = await scene();
    expect((await again.me.prove(again.path, LIN, FIELDS)).text).toContain('Phone bound');
  });

  test('a switch of one service leaves the others alone', async () => {
    const made = await scene();
    for (const other of SERVICE_IDS) if (other !== service) made.me.town.setSwitch(other, 'service-down');
    expect((await made.ask()).text).toContain('was sent');
  });
});

test.each(['tokenim', 'bank'] as const)(
  '%s: with its clock off the right code of an authenticator is wrong',
  async (service) => {
    const me = play(service);
    me.town.withMember(service, { name: 'lin', otpSecretBase32: SECRET });
    await me.post(`/${service}/sign-in`, { username: 'lin', password: 'correct horse' });
    me.town.setSwitch(service, 'clock-off');
    const page = await me.post(`/${service}/sign-in/otp`, { otp: me.codeOf(SECRET) });
    expect(page.text).toContain('the clock of your device');
    me.town.clearSwitches();
    await me.post(`/${service}/sign-in/otp`, { otp: me.codeOf(SECRET) });
    expect((await me.get(`/${service}/activity`)).text).toContain('Signed in');
  },
);

test('frozen by the service, the mailbox opens nothing and support is named', async () => {
  const me = play('tokenim');
  me.town.withMember('tokenim', { name: 'lin' });
  me.town.setSwitch('tokenim', 'account-frozen');
  await me.post('/tokenim/unfreeze', { username: 'lin', email: 'lin@mail.example' });
  const page = await me.prove('/tokenim/unfreeze/code', 'lin@mail.example');
  expect([page.status, page.text.includes('Contact support')]).toEqual([403, true]);
});

test('a switch that a service does not have cannot be set', () => {
  expect(() => createSwitches().set('btepai', 'half-done', true)).toThrow('btepai has no switch half-done');
});

test('every switch, deed and page has its words in both languages', () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? keys(inner).map((one) => `${key}.${one}`) : [key],
    );
  expect(keys(LANGUAGES['zh-CN'])).toEqual(keys(LANGUAGES.en));
  expect(Object.keys(LANGUAGES.en.controls.switches)).toEqual(SWITCH_NAMES);
});

test('the page sets and shows the switches of one service and moves the clock', async () => {
  const me = play('qq');
  await me.get('/switches');
  const page = await me.post('/switches', { service: 'qq', 'half-done': 'on' });
  expect(page.text).toContain('The switches of QQ are set.');
  expect(page.text.match(/checked>/g)).toHaveLength(1);
  expect((await me.post('/switches/clock', { step: 'day' })).text).toContain('2026-11-21 08:00');
});
