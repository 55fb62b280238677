/**
 * Passkeys as a way into the vault: the authenticator computes a key from a salt (WebAuthn Level 3, §10.1.4, `prf`), after it
 * made sure of the person. Works in our pages only: a worker has no `navigator.credentials`, and a popup closes over the
 * browser's own dialog.
 */
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';

/** What is kept beside the vault, in clear: worth nothing without the authenticator. */
export interface PasskeyPlace {
  readonly credentialIdBase64: string;
  readonly saltBase64: string;
}
export interface NewPasskey extends PasskeyPlace {
  /** 32 bytes as base64. */
  readonly kekBase64: string;
}

const SALT_BYTES = 32;
const TIMEOUT_MS = 120_000;
/** ES256, EdDSA, RS256: what authenticators have. The signature itself is never used. */
const ALGORITHMS = [-7, -8, -257];

/**
 * Whether a passkey can be made here at all. Firefox lets a page of an extension make one only for a web site it has rights
 * over, and this extension has no site of its own: there it is not offered.
 */
export async function canHavePasskeys(): Promise<boolean> {
  if (location.protocol !== 'chrome-extension:' || typeof PublicKeyCredential === 'undefined') return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.().catch(() => null);
  return capabilities?.['extension:prf'] === true;
}

/**
 * @param name what the authenticator lists it under.
 * @param known passkeys of this vault: an authenticator that has one of them makes no other.
 * @throws Fault `vault/passkey-refused`, `vault/passkey-unable`, `vault/passkey-known`.
 */
export async function makePasskey(name: string, known: readonly string[]): Promise<NewPasskey> {
  const salt = randomBytes(SALT_BYTES);
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Tallystick' },
        user: { id: randomBytes(16), name, displayName: name },
        challenge: randomBytes(32),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map(described),
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        extensions: { prf: { eval: { first: salt } } },
        timeout: TIMEOUT_MS,
      },
    }),
  );
  const { prf } = made.getClientExtensionResults();
  if (prf?.enabled !== true) throw new Fault('vault/passkey-unable');
  const place = {
    credentialIdBase64: encodeBase64(new Uint8Array(made.rawId)),
    saltBase64: encodeBase64(salt),
  };
  // Some authenticators compute nothing while they make a passkey: they are asked a second time.
  const first = prf.results?.first;
  return { ...place, kekBase64: first === undefined ? await askPasskey(place) : textOf(first) };
}

/**
 * @param signal ends the browser's dialog.
 * @returns 32 bytes as base64: the same ones each time.
 * @throws Fault `vault/passkey-refused`, `vault/passkey-unable`.
 */
export async function askPasskey(place: PasskeyPlace, signal?: AbortSignal): Promise<string> {
  const used = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        allowCredentials: [described(place.credentialIdBase64)],
        userVerification: 'required',
        extensions: { prf: { eval: { first: decodeBase64(place.saltBase64) } } },
        timeout: TIMEOUT_MS,
      },
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  const first = used.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) throw new Fault('vault/passkey-unable');
  return textOf(first);
}

/** Every refusal has the same name, so that a site cannot tell them apart: neither can we. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await ask().catch((error: unknown) => {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'InvalidStateError') throw new Fault('vault/passkey-known');
    if (['NotAllowedError', 'AbortError', 'TimeoutError'].includes(name)) {
      throw new Fault('vault/passkey-refused');
    }
    if (['NotSupportedError', 'ConstraintError', 'SecurityError'].includes(name)) {
      throw new Fault('vault/passkey-unable');
    }
    throw error;
  });
  if (!(credential instanceof PublicKeyCredential)) throw new Fault('vault/passkey-refused');
  return credential;
}

const described = (idBase64: string): PublicKeyCredentialDescriptor => ({
  type: 'public-key',
  id: decodeBase64(idBase64),
});

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

const textOf = (held: BufferSource) =>
  encodeBase64(
    held instanceof ArrayBuffer
      ? new Uint8Array(held)
      : new Uint8Array(held.buffer, held.byteOffset, held.byteLength),
  );
