/** Zips from strangers, made by zip.js. */
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { readZip } from '../../../utils/importers/zip.ts';

async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [path, content] of Object.entries(files)) {
    await writer.add(
      path,
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
    );
  }
  return writer.close();
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test.each([
  ['AES-256', {}],
  ['ZipCrypto', { zipCrypto: true }],
])('%s opens with its password only', async (_, options) => {
  const [file] = (await readZip(await zipOf({ 'a/b.txt': 'hello' }, { password: 'pw', ...options })))!;
  expect(file).toMatchObject({ path: 'a/b.txt', isEncrypted: true });
  await expect(file!.unpack(null)).rejects.toThrow('import/passphrase-needed');
  await expect(file!.unpack('other')).rejects.toThrow('import/wrong-passphrase');
  expect(text(await file!.unpack('pw'))).toBe('hello');
});

test('a bomb is refused before it is unpacked', async () => {
  const [file] = (await readZip(await zipOf({ bomb: new Uint8Array(20_000_000) })))!;
  await expect(file!.unpack(null)).rejects.toThrow('import/too-large');
});

test('a bomb that lies about its size is refused while it is unpacked', async () => {
  const bytes = await zipOf({ bomb: new Uint8Array(20_000_000) });
  // The size that the central directory and the local header tell, little end first.
  const size = new Uint8Array(new Uint32Array([20_000_000]).buffer);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (size.every((byte, place) => bytes[at + place] === byte)) bytes.set([100, 0, 0, 0], at);
  }
  const [file] = (await readZip(bytes))!;
  await expect(file!.unpack(null)).rejects.toThrow(/import\/(too-large|malformed)/);
});

test('other bytes are no zip, and half a zip is damaged', async () => {
  expect(await readZip(new TextEncoder().encode('PK, hello'))).toBeNull();
  const half = (await zipOf({ 'a.txt': 'hello' })).slice(0, 40);
  await expect(readZip(half)).rejects.toThrow('import/malformed');
});
