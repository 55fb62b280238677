/**
 * A self-signed certificate for this machine, made when asked for: nothing secret lies in the repository, and no other program
 * is needed. X.509 version 3 in DER, RFC 5280 §4.1, with an ECDSA key on P-256.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** RFC 5758 §3.2, RFC 5280 appendix A: object identifiers, already encoded. */
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT_ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex');

/** @param hosts names beside `localhost`, which the certificate always covers together with 127.0.0.1. */
export function selfSigned(nowMs: number, hosts: readonly string[] = []): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(0x30, ECDSA_WITH_SHA256);
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from('localhost')))));
  const dayMs = 86_400_000;
  const validity = der(0x30, time(nowMs - dayMs), time(nowMs + 30 * dayMs));
  const toSign = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    // A leading 1 keeps the number positive and its encoding minimal.
    der(0x02, Buffer.of(1), randomBytes(15)),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, der(0x30, SUBJECT_ALTERNATIVE_NAME, der(0x04, names(['localhost', ...hosts]))))),
  );
  const signature = sign('sha256', toSign, privateKey);
  const whole = der(0x30, toSign, algorithm, der(0x03, Buffer.of(0), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function names(hosts: readonly string[]): Buffer {
  return der(0x30, ...hosts.map((host) => der(0x82, Buffer.from(host))), der(0x87, Buffer.of(127, 0, 0, 1)));
}

/** UTCTime, which RFC 5280 §4.1.2.5 wants until 2049. */
function time(ms: number): Buffer {
  const text = new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(text.slice(2)));
}

/** One tag, its length and what is in it. ITU-T X.690 §8.1. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  if (size < 0x80) return Buffer.concat([Buffer.of(tag, size), content]);
  const head = size < 0x100 ? Buffer.of(tag, 0x81, size) : Buffer.of(tag, 0x82, size >> 8, size & 0xff);
  return Buffer.concat([head, content]);
}
