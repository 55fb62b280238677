/** Starts a command-line tool; builds it first where its source is newer. Plain JavaScript: it runs before anything is built. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** Where it is not, only what was built can be started. */
const launcher = join(root, 'tests/tools/launch.mjs');

/** @param name of the file in `.output/cli`, without its ending. */
export async function launchTool(name) {
  const program = join(root, `.output/cli/${name}.mjs`);
  if (existsSync(launcher) && isOlder(program)) {
    spawnSync(process.execPath, [launcher, 'build-cli.ts'], { stdio: ['ignore', 2, 2] });
  }
  if (!existsSync(program)) {
    console.error('This tool is not built: run `npm ci && npm run build` in the folder of Tallystick first.');
    process.exit(1);
  }
  await import(pathToFileURL(program).href);
}

function isOlder(program) {
  if (!existsSync(program)) return true;
  const builtMs = statSync(program).mtimeMs;
  const sources = readdirSync(join(root, 'utils'), { recursive: true, withFileTypes: true });
  const paths = [
    join(root, 'package-lock.json'),
    ...sources.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
  ];
  return paths.some((path) => statSync(path).mtimeMs > builtMs);
}
