/**
 * Authy: its file on a rooted phone, the list that its servers give (also as a GDPR export), and what exporter tools write.
 * Sources: AuthyImporter in beemdevelopment/Aegis; AlexTech01/Authy-iOS-MiTM; alexzorin/authy.
 */
import { encodeBase32 } from '../encoding/base32.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { base64In, hexIn, needed, open, openCbc } from './cipher.ts';
import { pbkdf2Key } from './derive.ts';
import { entryOf, joined, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { readJson } from './json.ts';
import type { OpenedFile } from './opened-file.ts';
import { type Fields, fieldOf, fieldsOf, listOf, numberOf, wordsOf } from './shape.ts';
import { sharedPrefsOf } from './shared-prefs.ts';

const IN_PREFS = /^com\.authy\.storage\.tokens\.\w+\.key$/;
const LISTS = [
  'authenticator_tokens',
  'authy_tokens',
  'accounts',
  'tokens',
  'decrypted_authenticator_tokens',
];
const USUAL_ROUNDS = 1000;

export const authy: Importer = {
  id: 'authy',
  name: 'Authy',
  recognises: (file) => tokensIn(file).some(isToken),
  async read(file, passphrase) {
    const tokens = tokensIn(file);
    const opened: (Fields | Fault)[] = [];
    for (const token of tokens) opened.push(await openToken(file, fieldsOf(token), passphrase));
    return joined([
      readEach(
        opened,
        'tokens',
        (token) => {
          if (token instanceof Fault) throw token;
          return convert(token);
        },
        (token) => fieldOf(token, 'name'),
      ),
    ]);
  },
};

function tokensIn(file: OpenedFile): readonly unknown[] {
  const prefs = sharedPrefsOf(file);
  if (prefs === null) {
    return [...listOf(file.json), ...LISTS.flatMap((name) => listOf(fieldOf(file.json, name)))];
  }
  return [...prefs].flatMap(([name, text]) => (IN_PREFS.test(name) ? listOf(readJson(text)?.value) : []));
}

function isToken(value: unknown): boolean {
  return [
    'encryptedSecret',
    'decryptedSecret',
    'encrypted_seed',
    'decrypted_seed',
    'secretSeed',
    'totp_secret',
  ].some((name) => typeof fieldOf(value, name) === 'string');
}

/** The whole file has one password: where it is wrong for one token, it is wrong. */
async function openToken(file: OpenedFile, token: Fields, passphrase: string | null): Promise<Fields> {
  const sealed = token.encryptedSecret ?? token.encrypted_seed;
  const isOpen = ['decryptedSecret', 'decrypted_seed', 'secretSeed', 'totp_secret'].some(
    (name) => token[name],
  );
  if (isOpen || typeof sealed !== 'string') return token;
  const password = needed(passphrase);
  const rounds = numberOf(token.key_derivation_iterations ?? USUAL_ROUNDS);
  const key = await pbkdf2Key(file.tools, password, encodeUtf8(wordsOf(token.salt)), {
    hash: 'SHA-1',
    rounds,
  });
  const iv = typeof token.unique_iv === 'string' ? hexIn(token.unique_iv) : new Uint8Array(16);
  const secret = openCbc(key, iv, base64In(sealed));
  if (!/^[A-Za-z2-7=\s]+$/.test(decodeUtf8(open(() => secret)))) throw new Fault('import/wrong-passphrase');
  return { ...token, decryptedSecret: decodeUtf8(secret) };
}

/** Authy's own tokens have a secret in hexadecimal, seven digits and ten seconds. */
function convert(token: Fields): ImportEntry {
  const [service, login] = namesOf(token);
  const isOwn = typeof token.secretSeed === 'string';
  return entryOf({
    service,
    login,
    otp: readForeignOtp({
      kind: 'totp',
      secret: isOwn
        ? encodeBase32(hexIn(token.secretSeed))
        : (token.decryptedSecret ?? token.decrypted_seed ?? token.totp_secret),
      digits: token.digits ?? (isOwn ? 7 : undefined),
      periodSeconds: token.period ?? (isOwn ? 10 : undefined),
    }),
  });
}

/** `name` is what the owner sees and may have changed; the original one is split by the service that wrote it. */
function namesOf(token: Fields): readonly [string, string] {
  const name = wordsOf(token.name);
  const issuer = wordsOf(token.originalIssuer) || wordsOf(token.issuer);
  const original = wordsOf(token.originalName) || wordsOf(token.original_name) || name;
  const colon = original.indexOf(':');
  if (issuer !== '') return [issuer, withoutPrefix(original, issuer)];
  if (colon !== -1) return [original.slice(0, colon), original.slice(colon + 1)];
  return [name, ''];
}

const withoutPrefix = (label: string, issuer: string) =>
  label.toLowerCase().startsWith(`${issuer.toLowerCase()}:`) ? label.slice(issuer.length + 1) : label;
