/** Google Authenticator's export codes, written by its own message description and not by our exporter. */
import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { encodeBase64 } from '../../utils/encoding/base64.ts';
import { encodeUtf8 } from '../../utils/encoding/utf8.ts';

export interface MigrationEntry {
  secret?: string;
  name?: string;
  issuer?: string;
  algorithm?: number;
  digits?: number;
  type?: number;
  counter?: number;
}

/** As google_auth.proto has it: fields that are zero are not written. */
export function migrationPayload(
  entries: readonly MigrationEntry[],
  batch = { size: 1, index: 0, id: 0 },
): Uint8Array {
  const message = new BinaryWriter();
  for (const { secret = '12345678901234567890', name, issuer, ...numbers } of entries) {
    message.tag(1, 2).fork().tag(1, 2).bytes(encodeUtf8(secret));
    if (name) message.tag(2, 2).string(name);
    if (issuer) message.tag(3, 2).string(issuer);
    if (numbers.algorithm) message.tag(4, 0).int32(numbers.algorithm);
    if (numbers.digits) message.tag(5, 0).int32(numbers.digits);
    if (numbers.type) message.tag(6, 0).int32(numbers.type);
    if (numbers.counter) message.tag(7, 0).int64(numbers.counter);
    message.tag(8, 2).string('an id that newer versions write').join();
  }
  message.tag(2, 0).int32(1).tag(3, 0).int32(batch.size);
  if (batch.index) message.tag(4, 0).int32(batch.index);
  return message.tag(5, 0).int32(batch.id).finish();
}

export const migrationUri = (bytes: Uint8Array) =>
  `otpauth-migration://offline?data=${encodeURIComponent(encodeBase64(bytes))}`;

/** One export of `size` codes with one account each: `ann-1`, `ann-2`, … at Copper Kettle. */
export function migrationSet(size: number, id = 77): string[] {
  return Array.from({ length: size }, (_, index) => {
    const name = `ann-${index + 1}`;
    const secret = `${name}-`.padEnd(20, 'x');
    return migrationUri(migrationPayload([{ secret, name, issuer: 'Copper Kettle' }], { size, index, id }));
  });
}
