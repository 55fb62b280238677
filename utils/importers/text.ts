/** Bytes as text, in the encodings that exports come in. */

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** @returns without byte order mark; null when the bytes are no text. */
export function textIn(bytes: Uint8Array): string | null {
  const encoding = utf16Of(bytes);
  try {
    const text = (encoding === null ? UTF8 : new TextDecoder(encoding, { fatal: true })).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** By its mark, or by the zero that every Latin character brings: Windows tools write UTF-16 without saying so. */
function utf16Of([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be';
  return null;
}

/** One character a byte: Ente writes its pages so, and cuts off what does not fit. Empty when it is no page of text. */
export function latin1In(bytes: Uint8Array): string {
  return bytes.includes(0) ? '' : new TextDecoder('latin1').decode(bytes);
}
