/** Finds the browsers and helper programs the tests need, and installs what is missing where that is possible without asking. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Debian's wrapper script only adds noise on stderr, so the program itself comes first. */
const CHROMIUM_PLACES = ['/usr/lib/chromium/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome'];
const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const MAC_CHROMIUM = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

export function findChromium(): string | null {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== '') return wanted;
  return (
    [...CHROMIUM_PLACES, ...MAC_CHROMIUM].find(isProgram) ??
    CHROMIUM_NAMES.map(onPath).find((path) => path !== null) ??
    playwrightsOwn()
  );
}

export function findFirefox(): string | null {
  const wanted = process.env.FIREFOX_PATH;
  if (wanted !== undefined && wanted !== '') return wanted;
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
  return onPath('firefox-esr') ?? onPath('firefox') ?? (isProgram(mac) ? mac : null);
}

/** The sandbox refuses to run as root, and needs user namespaces that some containers forbid. Asked once, kept for children. */
export function needsNoSandbox(chromium: string): boolean {
  if (process.getuid?.() === 0) return true;
  const known = process.env.TALLYSTICK_NO_SANDBOX;
  if (known !== undefined) return known === '1';
  const probe = ['--headless', '--disable-gpu', '--dump-dom', 'about:blank'];
  const sandboxed = spawnSync(chromium, probe, { timeout: 20_000, stdio: 'ignore' }).status === 0;
  process.env.TALLYSTICK_NO_SANDBOX = sandboxed ? '0' : '1';
  return !sandboxed;
}

interface Need {
  readonly debianPackage: string;
  readonly isThere: () => boolean;
}

const NEEDS: readonly Need[] = [
  { debianPackage: 'chromium', isThere: () => findChromium() !== null },
  { debianPackage: 'firefox-esr', isThere: () => findFirefox() !== null },
  { debianPackage: 'fonts-noto-cjk', isThere: hasCjkFont },
  { debianPackage: 'age', isThere: () => onPath('age') !== null },
  { debianPackage: 'oathtool', isThere: () => onPath('oathtool') !== null },
  { debianPackage: 'zbar-tools', isThere: () => onPath('zbarimg') !== null },
  // Together a few megabytes, for the tests of what the browser draws itself; these skip where they are missing.
  { debianPackage: 'xvfb', isThere: () => onPath('Xvfb') !== null },
  { debianPackage: 'openbox', isThere: () => onPath('openbox') !== null },
  { debianPackage: 'xdotool', isThere: () => onPath('xdotool') !== null },
];

/** For `npm start`, which needs no other. @returns null when there is none and none could be had. */
export function installChromium(say: (line: string) => void): string | null {
  const missing = NEEDS.filter(({ debianPackage, isThere }) => debianPackage === 'chromium' && !isThere());
  if (missing.length > 0) installByApt(missing, say);
  if (findChromium() === null) fetchChromium(say);
  return findChromium();
}

/** @returns what is still missing, as one plain sentence each; empty when all browsers are there. */
export function installMissing(say: (line: string) => void): string[] {
  const missing = NEEDS.filter((need) => !need.isThere());
  if (missing.length > 0) installByApt(missing, say);
  if (findChromium() === null) fetchChromium(say);
  const problems: string[] = [];
  if (findChromium() === null) {
    problems.push(
      'No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH.',
    );
  }
  if (findFirefox() === null) {
    problems.push(
      'No Firefox was found and none could be installed: install Firefox 140 or newer, or set FIREFOX_PATH.',
    );
  }
  return problems;
}

function fetchChromium(say: (line: string) => void): void {
  say('Fetching Chromium with Playwright …');
  run('playwright', ['install', 'chromium'], 600_000);
}

function installByApt(missing: readonly Need[], say: (line: string) => void): void {
  const packages = missing.map((need) => need.debianPackage);
  const apt = aptCommand();
  if (apt === null) return;
  say(`Installing ${packages.join(', ')} …`);
  const [program = '', ...before] = apt;
  run(program, [...before, 'update'], 300_000);
  const install = [...before, 'install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  if (run(program, [...install, ...packages], 900_000)) return;
  // One package that this release does not have must not cost us the browsers.
  for (const name of packages) run(program, [...install, name], 600_000);
}

function aptCommand(): string[] | null {
  if (onPath('apt-get') === null) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return onPath('sudo') !== null && run('sudo', ['-n', 'true'], 10_000) ? ['sudo', '-n', 'apt-get'] : null;
}

function run(program: string, args: readonly string[], limitMs: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync(program, args, { timeout: limitMs, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return done.status === 0;
}

export function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasCjkFont(): boolean {
  if (process.platform !== 'linux') return true;
  if (onPath('fc-list') === null) return existsSync('/usr/share/fonts/opentype/noto');
  return spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout.trim() !== '';
}

function playwrightsOwn(): string | null {
  const { chromium } = createRequire(import.meta.url)(
    '@playwright/test',
  ) as typeof import('@playwright/test');
  const path = chromium.executablePath();
  return path !== '' && isProgram(path) ? path : null;
}
