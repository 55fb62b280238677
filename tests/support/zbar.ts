/** What zbar (Debian: zbar-tools) reads on a screenshot: a decoder that none of our code has to do with. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function readByZbar(png: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tallystick-zbar-'));
  try {
    const path = join(folder, 'code.png');
    await writeFile(path, png);
    const { stdout } = await run('zbarimg', ['--raw', '--quiet', '-Sdisable', '-Sqrcode.enable', path]);
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
