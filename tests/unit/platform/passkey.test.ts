/** Where passkeys are offered, and what becomes of the browser's refusals. The browser itself is played: the real one is in `browser/forgotten`. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askPasskey, canHavePasskeys, makePasskey } from '../../../utils/platform/passkey.ts';

const PLACE = { credentialIdBase64: 'Y3JlZA==', saltBase64: 'c2FsdA==' };
const KEY = new Uint8Array(32).fill(5);

class PublicKeyCredential {
  static getClientCapabilities: (() => Promise<Record<string, boolean>>) | undefined;
  readonly rawId = Uint8Array.of(1, 2, 3).buffer;
  readonly prf: unknown;
  constructor(prf: unknown) {
    this.prf = prf;
  }
  getClientExtensionResults() {
    return { prf: this.prf };
  }
}

const credentials = { create: vi.fn(), get: vi.fn() };
beforeEach(() => {
  credentials.create.mockReset();
  credentials.get.mockReset();
  vi.stubGlobal('PublicKeyCredential', PublicKeyCredential);
  vi.stubGlobal('navigator', { credentials });
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['Chromium that can', 'chrome-extension:', async () => ({ 'extension:prf': true }), true],
  ['Chromium that cannot', 'chrome-extension:', async () => ({ 'extension:prf': false }), false],
  ['an older Chromium that does not say', 'chrome-extension:', undefined, false],
  ['Firefox, whatever it says', 'moz-extension:', async () => ({ 'extension:prf': true }), false],
] as const)('%s: offered or not', async (_what, protocol, capabilities, is) => {
  vi.stubGlobal('location', { protocol });
  PublicKeyCredential.getClientCapabilities = capabilities;
  expect(await canHavePasskeys()).toBe(is);
});

describe('a new one', () => {
  test('asks for the person and for the key, and excludes authenticators that have one', async () => {
    credentials.create.mockResolvedValue(
      new PublicKeyCredential({ enabled: true, results: { first: KEY.buffer } }),
    );
    const made = await makePasskey('Tallystick', ['b2xk']);
    expect(made).toMatchObject({
      credentialIdBase64: 'AQID',
      kekBase64: Buffer.from(KEY).toString('base64'),
    });
    const [[{ publicKey }]] = credentials.create.mock.calls as [[CredentialCreationOptions]];
    expect(publicKey?.authenticatorSelection?.userVerification).toBe('required');
    expect(publicKey?.excludeCredentials).toHaveLength(1);
    expect(Buffer.from(publicKey?.extensions?.prf?.eval?.first as Uint8Array).toString('base64')).toBe(
      made.saltBase64,
    );
  });

  test('is asked a second time where nothing was computed while it was made', async () => {
    credentials.create.mockResolvedValue(new PublicKeyCredential({ enabled: true }));
    credentials.get.mockResolvedValue(new PublicKeyCredential({ results: { first: KEY } }));
    expect((await makePasskey('Tallystick', [])).kekBase64).toBe(Buffer.from(KEY).toString('base64'));
  });

  test('without the extension is none', async () => {
    credentials.create.mockResolvedValue(new PublicKeyCredential(undefined));
    await expect(makePasskey('Tallystick', [])).rejects.toMatchObject({ code: 'vault/passkey-unable' });
  });
});

test.each([
  ['NotAllowedError', 'vault/passkey-refused'],
  ['AbortError', 'vault/passkey-refused'],
  ['InvalidStateError', 'vault/passkey-known'],
  ['SecurityError', 'vault/passkey-unable'],
])('the browser’s %s is the fault %s', async (name, code) => {
  credentials.get.mockRejectedValue(new DOMException('no', name));
  await expect(askPasskey(PLACE)).rejects.toMatchObject({ code });
});
