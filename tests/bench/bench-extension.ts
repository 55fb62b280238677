/** The built extension with the baselines beside it: an empty page, and a worker that does nothing but Argon2id. Never shipped. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { CHROME_BUILD } from '../support/chromium.ts';

const EMPTY_PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Empty</title><script type="module" src="/empty.js"></script></head>
  <body></body>
</html>
`;

/** Marks its paint in the same way as the popup does. */
const EMPTY_SCRIPT = `requestAnimationFrame(() => setTimeout(() => performance.mark('painted')));\n`;

/** @returns the folder of the copy, which is the caller's to remove. */
export async function makeBenchExtension(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-bench-'));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  writeFileSync(join(folder, 'empty.html'), EMPTY_PAGE);
  writeFileSync(join(folder, 'empty.js'), EMPTY_SCRIPT);
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      lib: {
        entry: join(import.meta.dirname, 'bare-argon2.worker.ts'),
        formats: ['es'],
        fileName: () => 'bare-argon2.js',
      },
    },
  });
  return folder;
}
