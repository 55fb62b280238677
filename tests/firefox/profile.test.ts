/** After secrets were typed and shown, and after a crash and its repair, nothing of them lies readable in a Firefox profile. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { decodeBase32 } from '../../utils/encoding/base32.ts';
import { until } from '../support/browser-commands.ts';
import { type Firefox, type FirefoxTab, launchFirefox } from '../support/firefox.ts';
import { unpackMozLz4 } from '../support/packed.ts';
import { foundIn } from '../support/profile-search.ts';

const BOUND = 'MJXXK3TEMFZWKY3SMV2GQZLSMVUXGYLN';
const TYPED = 'OR4XAZLEMFZWKY3SMV2GS3TUN5TGSZLM';
const PASSPHRASE = 'seven wooden tallies fit again';
/** In our own storage, in clear: what a mistake of ours would look like. */
const PLANTED = 'harmless words of a database';
const DIGITS = 8;
const OPEN_AT_LAST = 'manager.html#/ways-in/passphrase';
const PREFERENCES = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'browser.sessionstore.interval': 1000,
  'browser.startup.page': 3,
};

async function typesInto(tab: FirefoxTab, selector: string, at: number, text: string): Promise<void> {
  await tab.evaluate(`void document.querySelectorAll(${JSON.stringify(selector)})[${at}].focus()`);
  await tab.type(text);
}

/** @returns the recovery key, which still stands on its page when the browser ends. */
async function lives(firefox: Firefox): Promise<string> {
  const tab = await firefox.newTab();
  const password = 'input[type=password]';
  await tab.open(firefox.url('popup.html'), `document.querySelector('${password}')`);
  await typesInto(tab, password, 0, PASSPHRASE);
  await typesInto(tab, password, 1, PASSPHRASE);
  await tab.click('button[type=submit]');
  await tab.until(`!document.querySelector('${password}')`);
  const otp = { kind: 'totp', secret: BOUND, hash: 'SHA1', digits: DIGITS, periodSeconds: 30 };
  const data = { draft: { service: 'Copper Kettle', login: 'mei', otp } };
  const message = JSON.stringify({ id: 1, type: 'bind.save', data, timestamp: 0 });
  await tab.evaluate(`browser.runtime.sendMessage(${message})`);
  await tab.open(firefox.url('popup.html'), `document.querySelector('.code')`);
  await tab.click('button[aria-label="Add account"]');
  await tab.until(`document.querySelectorAll('.choice').length > 2`);
  await tab.evaluate(
    `void [...document.querySelectorAll('.choice')].find((way) => way.textContent.includes('Type it in')).click()`,
  );
  await tab.until(`document.querySelector('#draft input.secret')`);
  await typesInto(tab, '#draft input.secret', 0, TYPED);

  const manager = await firefox.newTab();
  await manager.open(firefox.url(OPEN_AT_LAST), `document.querySelector('${password}')`);
  await typesInto(manager, password, 0, PASSPHRASE);
  await manager.click('button[aria-pressed]');
  await manager.evaluate(`(async () => {
    const opened = indexedDB.open('planted', 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore('items');
    await new Promise((resolve) => { opened.onsuccess = resolve; });
    const change = opened.result.transaction('items', 'readwrite');
    change.objectStore('items').put(${JSON.stringify(PLANTED)}.repeat(500), 'words');
    await new Promise((resolve) => { change.oncomplete = resolve; });
  })()`);

  const kit = await firefox.newTab();
  await kit.open(
    firefox.url('manager.html#/ways-in/recovery'),
    `document.querySelectorAll('.key-groups li').length === 13`,
  );
  return kit.evaluate(
    `[...document.querySelectorAll('.key-groups li')].map((one) => one.innerText.trim()).join('-')`,
  );
}

test('secrets, codes and passphrases are nowhere in the profile, after a crash and its repair neither', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'tallystick-profile-'));
  const fromMs = Date.now();
  let recoveryKey = '';
  const secrets = () => {
    const steps = Math.ceil((Date.now() + 30_000 - fromMs) / 30_000);
    const codes = Array.from({ length: steps }, (_, at) =>
      new TOTP({ secret: BOUND, digits: DIGITS }).generate({ timestamp: fromMs + at * 30_000 }),
    );
    return [
      { name: 'the secret of an account', text: BOUND, bytes: decodeBase32(BOUND) },
      { name: 'a secret that was typed', text: TYPED, bytes: decodeBase32(TYPED) },
      { name: 'the passphrase', text: PASSPHRASE },
      { name: 'the recovery key', text: recoveryKey.replaceAll('-', '') },
      { name: 'the recovery key in groups', text: recoveryKey },
      ...codes.map((text) => ({ name: 'a code', text })),
    ];
  };
  try {
    const firefox = await launchFirefox({ profile, preferences: PREFERENCES });
    recoveryKey = await lives(firefox);
    const session = join(profile, 'sessionstore-backups/recovery.jsonlz4');
    await until('the browser keeps what is open', async () =>
      existsSync(session) ? Buffer.from(unpackMozLz4(readFileSync(session))).includes(OPEN_AT_LAST) : false,
    );
    await firefox.kill();
    expect(foundIn(profile, [{ name: 'planted', text: PLANTED }])).toContainEqual(
      expect.stringMatching(/^planted as text in a cell, packed: .*sqlite$/),
    );
    expect(foundIn(profile, secrets()), 'after the crash').toEqual([]);
    const again = await launchFirefox({ profile, preferences: PREFERENCES });
    await (await again.newTab()).open(again.url('popup.html'));
    await again.close();
    expect(foundIn(profile, secrets()), 'after the repair').toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}, 150_000);
