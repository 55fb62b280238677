/** KeePass key files in all their forms. Source: keepass.info/help/base/keys.html#keyfiles; KeePassXC, `FileKey.cpp`. */
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64 } from '../../encoding/base64.ts';
import { decodeHex } from '../../encoding/hex.ts';
import { allElements, type MarkupElement, textOf } from '../markup.ts';
import type { OpenedFile } from '../opened-file.ts';

const KEY_BYTES = 32;

/** Any file is one: what is in none of the forms counts by its digest. */
export function keyIn(file: OpenedFile): Uint8Array {
  const { bytes } = file;
  const inXml = xmlOf(file);
  const key = (inXml && keyInXml(inXml)) ?? (bytes.length === KEY_BYTES ? bytes : hexKeyIn(file.text ?? ''));
  return key?.length === KEY_BYTES ? key : sha256(bytes);
}

function xmlOf(file: OpenedFile): MarkupElement | null {
  try {
    return file.xml?.name === 'KeyFile' ? file.xml : null;
  } catch {
    return null;
  }
}

/** Version 1 is base64, version 2 hex in groups. */
function keyInXml(xml: MarkupElement): Uint8Array | null {
  const [version] = allElements(xml, 'Version');
  const [data] = allElements(xml, 'Data');
  if (data === undefined) return null;
  const text = textOf(data);
  try {
    return version && textOf(version).trim().startsWith('2') ? decodeHex(text) : decodeBase64(text);
  } catch {
    return null;
  }
}

function hexKeyIn(text: string): Uint8Array | null {
  return /^[0-9a-f]{64}$/i.test(text) ? decodeHex(text) : null;
}
