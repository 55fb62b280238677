/** The rescue page in Firefox: opens a vault by recovery key and by passphrase, with no background to help it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeRecoveryKey } from '../../utils/crypto/recovery-key.ts';
import { type Kdf, passphraseBytes, stretch } from '../../utils/crypto/stretch.ts';
import { encodeBase64 } from '../../utils/encoding/base64.ts';
import { type Firefox, type FirefoxTab, launchFirefox } from '../support/firefox.ts';

const PASSPHRASE = 'correct horse battery staple';
const KDF: Kdf = {
  algorithm: 'argon2id',
  memoryKib: 19 * 1024,
  passes: 2,
  lanes: 1,
  saltBase64: 'AAECAwQFBgcICQoLDA0ODw==',
};
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

let firefox: Firefox;
beforeEach(async () => {
  firefox = await launchFirefox();
});
afterEach(() => firefox.close());

async function withVault(tab: FirefoxTab): Promise<void> {
  const ask = (type: string, data: unknown) =>
    tab.evaluate(`browser.runtime.sendMessage(${JSON.stringify({ id: 1, type, data, timestamp: 0 })})`);
  const kekBase64 = encodeBase64(await stretch(passphraseBytes(PASSPHRASE), KDF));
  await ask('vault.create', { slot: 'passphrase', kdf: KDF, kekBase64 });
  await ask('slots.addRecovery', { kekBase64: encodeBase64(KEY), recipient: RECIPIENT });
  const otp = { kind: 'totp', secret: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, periodSeconds: 30 };
  await ask('bind.save', { draft: { service: 'GitHub', login: 'ada@example.com', otp } });
}

test('opens by recovery key and by passphrase while the background sleeps', async () => {
  const tab = await firefox.newTab();
  await tab.open(firefox.url('popup.html'));
  await withVault(tab);
  const opens = async (form: number, text: string) => {
    await tab.open(firefox.url('rescue.html'), `document.querySelectorAll('form').length === 2`);
    await firefox.killBackground();
    await tab.click(`form:nth-of-type(${form}) input`);
    await tab.type(text);
    await tab.click(`form:nth-of-type(${form}) button`);
    await tab.until(`document.querySelector('h1').textContent === 'The vault is open. Accounts: 1'`);
    expect(await tab.evaluate(`document.querySelector('li').textContent`)).toContain('GitHub');
    await tab.open(firefox.url('popup.html'));
  };
  await opens(2, writeRecoveryKey(KEY).join(' '));
  await opens(1, PASSPHRASE);
});
