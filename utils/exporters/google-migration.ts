/** QR codes that Google Authenticator scans to take accounts over, ten to each. Source: Aegis, app/src/main/proto/google_auth.proto. */
import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase32, encodeBase32 } from '../encoding/base32.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { writeLabel } from '../otp/label.ts';
import { COMMON_HASHES, carriedEntry } from './carry.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

const PER_PAGE = 10;
/** By the numbers of the protobuf enumerations, where 0 is "not said". */
const HASHES = ['', ...COMMON_HASHES];
const DIGITS = [0, 6, 8];
const KINDS = ['', 'hotp', 'totp'];
const LIMITS = { kinds: KINDS, hashes: COMMON_HASHES, digits: [6, 8], periodsSeconds: [30] } as const;

export const googleMigration: Exporter = {
  id: 'google-migration',
  name: 'Google Authenticator',
  form: 'qr',
  /** Six digits or eight, and bytes: a secret whose last bits fill no byte loses them, which no code notices. */
  carry: (entries) =>
    entries.map((entry) => {
      const carried = carriedEntry(entry, LIMITS, []);
      if (carried === null || !DIGITS.includes(carried.otp.digits)) return null;
      const secretBase32 = encodeBase32(decodeBase32(carried.otp.secretBase32));
      return { ...carried, otp: { ...carried.otp, secretBase32 } };
    }),
  write(entries) {
    const pages = Array.from({ length: Math.ceil(entries.length / PER_PAGE) }, (_, at) =>
      entries.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
    );
    const batchId = batchIdOf(entries);
    return pages.map((page, at) => ({
      name: `${at + 1}/${pages.length}`,
      mediaType: 'text/plain',
      text: addressOf(page, { size: pages.length, index: at, id: batchId }),
    }));
  },
};

function addressOf(page: readonly ExportEntry[], batch: { size: number; index: number; id: number }): string {
  const writer = new BinaryWriter();
  for (const entry of page) writer.uint32((1 << 3) | 2).bytes(parametersOf(entry));
  const numbers = [1, batch.size, batch.index, batch.id];
  numbers.forEach((number, at) => {
    writer.uint32((at + 2) << 3).int32(number);
  });
  return `otpauth-migration://offline?data=${encodeURIComponent(encodeBase64(writer.finish()))}`;
}

function parametersOf({ service, login, otp }: ExportEntry): Uint8Array {
  const writer = new BinaryWriter();
  const texts = [
    decodeBase32(otp.secretBase32),
    encodeUtf8(decodeURIComponent(writeLabel(service, login))),
    encodeUtf8(service),
  ];
  texts.forEach((bytes, at) => {
    writer.uint32(((at + 1) << 3) | 2).bytes(bytes);
  });
  const numbers = [HASHES.indexOf(otp.hash), DIGITS.indexOf(otp.digits), KINDS.indexOf(otp.kind)];
  numbers.forEach((number, at) => {
    writer.uint32((at + 4) << 3).int32(number);
  });
  if (otp.counter !== undefined) writer.uint32(7 << 3).int64(otp.counter);
  return writer.finish();
}

/** The same accounts give the same number, so that codes scanned twice are known as one set. */
function batchIdOf(entries: readonly ExportEntry[]): number {
  const digest = sha256(encodeUtf8(JSON.stringify(entries.map(({ otp }) => otp.secretBase32))));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0) >>> 1;
}
