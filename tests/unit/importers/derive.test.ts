/** What a file may ask of key derivation, and who is told before it takes long. */
import { expect, test, vi } from 'vitest';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { argon2Key, pbkdf2Key, scryptKey } from '../../../utils/importers/derive.ts';
import type { HeavyWork } from '../../../utils/importers/import-tools.ts';
import { MOST_WORK_MS } from '../../../utils/importers/limits.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';

const SALT = new Uint8Array(16);

/** Derives nothing, so that only what is asked for counts. */
function fileWithTools() {
  const announce = vi.fn<(work: HeavyWork) => Promise<void>>(async () => {});
  const pbkdf2 = vi.fn(async () => new Uint8Array(32));
  const file = new OpenedFile(new Uint8Array(1), 'a file', { ...nodeImportTools, pbkdf2, announce });
  return { file, announce, pbkdf2 };
}

test('long work is announced with its cost and a sample of it; short work is not', async () => {
  const { file, announce, pbkdf2 } = fileWithTools();
  await pbkdf2Key(file.tools, 'x', SALT, { hash: 'SHA-256', rounds: 600_000 });
  expect(announce).not.toHaveBeenCalled();
  await pbkdf2Key(file.tools, 'x', SALT, { hash: 'SHA-256', rounds: 10_000_000 });
  expect(announce).toHaveBeenCalledOnce();
  const [work] = announce.mock.calls[0] ?? [];
  expect(work).toMatchObject({ what: 'PBKDF2 10000000', times: 100 });
  await work?.sample();
  expect(pbkdf2).toHaveBeenLastCalledWith('SHA-256', expect.anything(), SALT, 100_000, 32);
});

test('many derivations are refused together where one alone is not', async () => {
  const { file } = fileWithTools();
  const once = () => pbkdf2Key(file.tools, 'x', SALT, { hash: 'SHA-1', rounds: 10_000_000 });
  const inside = file.inside(new Uint8Array(1));
  for (let spent = 0; spent + 10_000 <= MOST_WORK_MS; spent += 10_000) await once();
  await expect(once()).rejects.toThrow('import/too-costly');
  // What was packed in it pays from the same purse; another file from its own.
  const asked = { hash: 'SHA-1', rounds: 10_000_000 } as const;
  await expect(pbkdf2Key(inside.tools, 'x', SALT, asked)).rejects.toThrow('import/too-costly');
  await pbkdf2Key(fileWithTools().file.tools, 'x', SALT, asked);
});

test('sixteen lanes of a gibibyte of scrypt are too much', async () => {
  const { file } = fileWithTools();
  const cost = { n: 2 ** 20, r: 8, p: 16 };
  await expect(scryptKey(file.tools, 'x', SALT, cost)).rejects.toThrow('import/too-costly');
});

// Python's cryptography, which is OpenSSL: `Argon2id(salt=b'0'*16, length=32, iterations=2, lanes=1, memory_cost=1024)`.
test('a key is what the reference program derives', async () => {
  const { file } = fileWithTools();
  const salt = new TextEncoder().encode('0000000000000000');
  const key = await argon2Key(file.tools, 'password', salt, { memoryKib: 1024, passes: 2, lanes: 1 });
  expect(Buffer.from(key).toString('hex')).toBe(
    '890e4b25e72b5df2170d152293c6e77922911a7dd6ced118c946bc6bec33a03c',
  );
});
