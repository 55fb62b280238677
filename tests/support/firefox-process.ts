/** Starts Firefox headless with a throw-away profile that talks to nobody, and says where it listens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../tools/browsers.ts';

export interface FirefoxProcess {
  /** `ws://127.0.0.1:port` */
  readonly address: string;
  end(): Promise<void>;
  /** As a power cut does: all of it, at once. The profile stays. */
  kill(): Promise<void>;
}

/** Everything that calls home by itself is sent nowhere. */
const QUIET: Readonly<Record<string, boolean | number | string>> = {
  'remote.active-protocols': 1,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': 'data:,',
  'services.settings.server': 'data:,',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'app.update.disabledForTesting': true,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  // Pages of extensions in one process with everything else start faster; the tests look at behaviour.
  'dom.ipc.processCount': 1,
};

const START_LIMIT_MS = 60_000;

export async function startFirefox(
  preferences: Readonly<Record<string, boolean | number | string>>,
  keptProfile?: string,
): Promise<FirefoxProcess> {
  const program = findFirefox();
  if (program === null) throw new Error('There is no Firefox: install it or set FIREFOX_PATH.');
  const profile = keptProfile ?? mkdtempSync(join(tmpdir(), 'tallystick-firefox-'));
  const lines = Object.entries({ ...QUIET, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    program,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      // Without it pages of extensions may not be navigated to, and there is no chrome scope.
      '--remote-allow-system-access',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  );
  const end = async () => {
    await endProcess(child);
    if (keptProfile === undefined)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', () => kill(child, 'SIGKILL'));
  try {
    return { address: await listeningAddress(child), end, kill: () => killAtOnce(child) };
  } catch (error) {
    await end();
    throw error;
  }
}

function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const limit = setTimeout(
      () => reject(new Error(`Firefox did not start in a minute:\n${said}`)),
      START_LIMIT_MS,
    );
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`Firefox ended with ${code}:\n${said}`));
    });
  });
}

async function killAtOnce(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  kill(child, 'SIGKILL');
  await ended;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  kill(child, 'SIGTERM');
  const limit = setTimeout(() => kill(child, 'SIGKILL'), 5000);
  await ended;
  clearTimeout(limit);
  kill(child, 'SIGKILL'); // whatever is left of its group
}

function kill(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // Gone already.
  }
}
