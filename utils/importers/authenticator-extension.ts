/**
 * The browser extension "Authenticator" (authenticator.cc): plain exports and the three ways it sealed them.
 * Sources: src/models/storage.ts, src/models/encryption.ts and src/import.ts in Authenticator-Extension/Authenticator.
 */
import { encodeBase32 } from '../encoding/base32.ts';
import { type Sealing, sealingOf } from './authenticator-extension-keys.ts';
import { hexIn } from './cipher.ts';
import { isCryptoJs } from './crypto-js.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { type Fields, fieldOf, fieldsOf, isFields, wordsOf } from './shape.ts';

const KIND_BY_TYPE: Readonly<Record<string, string>> = { battle: 'battlenet', hex: 'totp', hhex: 'hotp' };
/** Old versions wrote the kind before the secret. */
const KIND_BY_PREFIX: readonly (readonly [RegExp, string])[] = [
  [/^bli?z-/i, 'battlenet'],
  [/^stm-/i, 'steam'],
];

export const authenticatorExtension: Importer = {
  id: 'authenticator-extension',
  name: 'Authenticator (browser extension)',
  recognises: ({ json }) => isFields(json) && Object.values(json).some(isEntry),
  async read(file, passphrase) {
    const storage = fieldsOf(file.json);
    const items = Object.values(storage).filter(isEntry);
    const sealing = await sealingOf(file.tools, storage, items, passphrase);
    return readEach(
      items,
      'accounts',
      (item) => convert(opened(item, sealing, (bytes) => file.inside(bytes).json)),
      (item) => fieldOf(item, 'issuer'),
    );
  },
};

function isEntry(value: unknown): value is Fields {
  const sealed = fieldOf(value, 'dataType') === 'EncOTPStorage' && isCryptoJs(fieldOf(value, 'data'));
  const plain = ['secret', 'type', 'hash'].every((name) => typeof fieldOf(value, name) === 'string');
  return sealed || (plain && fieldOf(value, 'index') !== undefined);
}

/** Version 3 seals the whole entry, the older ones its secret only. */
function opened(item: Fields, sealing: Sealing, jsonOf: (bytes: Uint8Array) => unknown): Fields {
  if (item.dataType === 'EncOTPStorage') return fieldsOf(jsonOf(sealing.open(item.data, item.keyId)));
  if (item.encrypted !== true) return item;
  const secret = new TextDecoder().decode(sealing.open(item.secret, item.keyId));
  return { ...item, secret };
}

function convert(item: Fields): ImportEntry {
  const type = wordsOf(item.type).toLowerCase();
  const written = wordsOf(item.secret);
  const [prefix, byPrefix] = KIND_BY_PREFIX.find(([pattern]) => pattern.test(written)) ?? [/^/, undefined];
  const secret = written.replace(prefix, '');
  // What stands behind two colons tells the extension where to fill.
  const [service = '', host = ''] = wordsOf(item.issuer).split('::');
  return entryOfForeign(
    {
      kind: byPrefix ?? KIND_BY_TYPE[type] ?? type,
      secret: type === 'hex' || type === 'hhex' ? encodeBase32(hexIn(secret)) : secret,
      hash: item.algorithm,
      digits: item.digits,
      periodSeconds: item.period,
      counter: item.counter,
    },
    {
      service,
      login: wordsOf(item.account),
      sites: host === '' ? [] : [host],
      pinned: item.pinned === true,
    },
  );
}
