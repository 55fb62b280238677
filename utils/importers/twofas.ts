/**
 * 2FAS backups, schemas 1 to 4 of Android and iOS, plain and encrypted.
 * Source: data/services/…/BackupContent.kt in twofas/2fas-android.
 */
import { Fault } from '../fault.ts';
import { base64In, needed, openGcm } from './cipher.ts';
import { pbkdf2Key } from './derive.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { ImportEntry, Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { type Fields, fieldOf, fieldsOf, listOf, numberOf, wordsOf } from './shape.ts';

const NEWEST_SCHEMA = 4;
const ROUNDS = 10_000;

export const twofas: Importer = {
  id: '2fas',
  name: '2FAS',
  recognises: ({ json }) =>
    typeof fieldOf(json, 'servicesEncrypted') === 'string' ||
    (Array.isArray(fieldOf(json, 'services')) && fieldOf(json, 'schemaVersion') !== undefined),
  async read(file, passphrase) {
    const { schemaVersion, services, servicesEncrypted, groups } = fieldsOf(file.json);
    if (numberOf(schemaVersion) > NEWEST_SCHEMA) throw new Fault('import/newer', String(schemaVersion));
    const isSealed = typeof servicesEncrypted === 'string' && servicesEncrypted.trim() !== '';
    const items = isSealed ? await openServices(file, servicesEncrypted, passphrase) : services;
    const names = new Map(
      listOf(groups).map((group) => [fieldOf(group, 'id'), wordsOf(fieldOf(group, 'name'))]),
    );
    return readEach(
      listOf(items),
      'services',
      (service) => convert(fieldsOf(service), names),
      (service) => fieldOf(service, 'name'),
    );
  },
};

/** Three base64 texts with colons between: ciphertext with its tag, salt, nonce. */
async function openServices(file: OpenedFile, sealed: string, passphrase: string | null): Promise<unknown> {
  const password = needed(passphrase);
  const [ciphertext, salt, nonce] = sealed.split(':').map(base64In);
  if (ciphertext === undefined || salt === undefined || nonce === undefined)
    throw new Fault('import/malformed');
  const key = await pbkdf2Key(file.tools, password, salt, { hash: 'SHA-256', rounds: ROUNDS });
  return file.inside(openGcm(key, nonce, ciphertext)).json;
}

function convert(service: Fields, groups: ReadonlyMap<unknown, string>): ImportEntry {
  const { name, secret, groupId } = service;
  const otp = fieldsOf(service.otp ?? {});
  const issuer = wordsOf(otp.issuer).trim();
  const group = groups.get(groupId);
  return entryOfForeign(
    {
      // Schemas 1 and 2 know time-based codes only.
      kind: wordsOf(otp.tokenType) || 'totp',
      secret: secret ?? otp.secret,
      hash: otp.algorithm,
      digits: otp.digits,
      periodSeconds: otp.period,
      counter: otp.counter,
    },
    {
      service: issuer || wordsOf(name),
      login: wordsOf(otp.account),
      tags: group === undefined || group === '' ? [] : [group],
      // What the person calls it, where the service calls itself something else.
      extra: issuer === '' || issuer === wordsOf(name).trim() ? {} : { name: wordsOf(name) },
    },
  );
}
