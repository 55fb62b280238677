/** Text as UTF-8 bytes and back. */
import { MalformedText } from './malformed-text.ts';

const encoder = new TextEncoder();
// A byte order mark is kept: what is read is what was written.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Half a surrogate pair, which UTF-8 cannot carry, becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** @throws MalformedText */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new MalformedText('utf-8', bytes.length, '');
  }
}
