/** Debian's Apache with mod_dav on a port of its own, for the tests of WebDAV. Installed where it can be; else null with a reason. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULES = '/usr/lib/apache2/modules';
const NEEDED = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
];
const READY_MS = 10_000;

export const DAV_USER = { user: 'mei', password: 'app-password-1' };

export interface Apache {
  /** Of the folder, without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Only root can install; nobody else's machine is changed. */
function isThere(): boolean {
  if (existsSync(join(MODULES, 'mod_dav_fs.so'))) return true;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error !== undefined) return false;
  const args = ['install', '-y', '--no-install-recommends', 'apache2-bin'];
  spawnSync('apt-get', args, {
    timeout: 120_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return existsSync(join(MODULES, 'mod_dav_fs.so'));
}

export const hasApache: boolean = isThere();

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function configOf(root: string, port: number): string {
  const asRoot = process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : '';
  return `ServerRoot "${root}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${root}/pid"
ErrorLog "${root}/error.log"
Mutex file:${root}
${asRoot}
${NEEDED.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
DocumentRoot "${root}/www"
DavLockDB "${root}/locks/db"
<Directory "${root}/www">
  Dav On
  AuthType Basic
  AuthName "backups"
  AuthUserFile "${root}/users"
  Require valid-user
</Directory>
`;
}

export async function startApache(): Promise<Apache & { end(): Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'apache-dav-'));
  const port = await freePort();
  for (const folder of ['www', 'locks']) mkdirSync(join(root, folder));
  const digest = createHash('sha1').update(DAV_USER.password).digest('base64');
  writeFileSync(join(root, 'users'), `${DAV_USER.user}:{SHA}${digest}\n`);
  writeFileSync(join(root, 'apache.conf'), configOf(root, port));
  chmodSync(root, 0o755);
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'www-data:www-data', root]);
  const base = `http://127.0.0.1:${port}`;
  let running: ChildProcess | null = null;

  async function start(): Promise<void> {
    running = spawn('/usr/sbin/apache2', ['-f', join(root, 'apache.conf'), '-DFOREGROUND'], {
      stdio: 'ignore',
    });
    const until = Date.now() + READY_MS;
    while (Date.now() < until) {
      if (
        await fetch(base).then(
          () => true,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Apache did not start: ${readFileSync(join(root, 'error.log'), 'utf8')}`);
  }

  async function stop(): Promise<void> {
    const ended = new Promise((resolve) => running?.once('exit', resolve));
    if (running === null) return;
    running.kill('SIGTERM');
    await ended;
    running = null;
  }

  await start();
  return {
    url: `${base}/backups`,
    start,
    stop,
    async end() {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
