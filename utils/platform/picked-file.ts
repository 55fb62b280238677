/** Files on their way through a page that does not look into them. */
import { decodeBase64 } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';

/** Enough to know a file again. @returns SHA-256 in hexadecimal. */
export async function fileSha256(file: Blob): Promise<string> {
  return encodeHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
}

/** Messages carry text only. */
export const fileOfBase64 = (base64: string): Blob => new Blob([decodeBase64(base64)]);
