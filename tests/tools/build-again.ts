/** Builds for Chrome once more and compares every byte: what is shipped can be checked by anyone who has the source. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, filesOf } from './bundles.ts';
import { cleanUpOnSignal, runTool } from './run-tool.ts';

cleanUpOnSignal();
const before = digests();
const { code, output } = await runTool('wxt', ['build'], { limitMs: 240_000 });
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const after = digests();
const different = [...new Set([...before.keys(), ...after.keys()])].filter(
  (path) => before.get(path) !== after.get(path),
);
for (const path of different) console.error(`${path} is not the same in two builds of one source`);
process.exit(different.length === 0 ? 0 : 1);

function digests(): Map<string, string> {
  const folder = buildFolder('chrome');
  const digest = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return new Map(filesOf('chrome').map((path) => [path, digest(path)]));
}
