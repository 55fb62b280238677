/** Starts a command-line tool; builds it first where that has not been done. Plain JavaScript: it runs before anything is built. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** @param name of the file in `.output/cli`, without its ending. */
export async function launchTool(name) {
  const program = join(root, `.output/cli/${name}.mjs`);
  if (!existsSync(program)) {
    const launcher = join(root, 'tests/tools/launch.mjs');
    const built = spawnSync(process.execPath, [launcher, 'build-cli.ts'], { stdio: ['ignore', 2, 2] });
    if (built.status !== 0 || !existsSync(program)) {
      console.error(
        'This tool is not built: run `npm ci && npm run build` in the folder of Tallystick first.',
      );
      process.exit(1);
    }
  }
  await import(pathToFileURL(program).href);
}
