/** Builds the offline opener: one HTML file with its script and style inside, which its own policy names by their hashes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = resolve(ROOT, 'entrypoints/open-backup');

export const OFFLINE_PAGE = 'open-backup.html';

/** @returns the text of the page. */
export async function offlinePage(): Promise<string> {
  const script = await bundled();
  // Inside of a script element only this would end it.
  if (/<\/script|<!--/i.test(script))
    throw new Error('the script of the offline opener cannot stand in a page');
  const style = readFileSync(resolve(FOLDER, 'page.css'), 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Tallystick</title>
<style>${style}</style>
</head>
<body>
<main id="open"></main>
<script>${script}</script>
</body>
</html>
`;
}

async function bundled(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: { 'hash-wasm': resolve(FOLDER, 'scrypt.ts') } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: resolve(FOLDER, 'main.ts'), formats: ['iife'], name: 'opener' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...more] = chunks.flatMap((one) => (one.type === 'chunk' ? [one] : []));
  if (chunk === undefined || more.length > 0) throw new Error('the offline opener is one script');
  return chunk.code;
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
