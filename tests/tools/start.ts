/** `npm start`: builds, starts the practice site, and opens a browser with the extension in it and a profile that is thrown away. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startSite } from '../site/server.ts';
import { CHROME_BUILD, launchChromium } from '../support/chromium.ts';
import { installChromium } from './browsers.ts';
import { readManifest } from './bundles.ts';
import { cleanUpOnSignal, runTool } from './run-tool.ts';

const TOUR = join(import.meta.dirname, 'tour.ts');
const SITE_PORT = 8787;
const BY_HAND = `Load it by hand: open chrome://extensions, switch on "Developer mode", choose "Load unpacked" and pick the folder ${relative('.', CHROME_BUILD)}.`;

const undo: (() => unknown)[] = [];
let cleaning: Promise<void> | null = null;
/** Closing the browser and Ctrl-C may both ask for it: who comes second waits for the first. */
function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    for (const step of undo.splice(0).reverse()) {
      try {
        await step();
      } catch {
        // What is gone already needs no cleaning, and the rest still does.
      }
    }
  })();
  return cleaning;
}
cleanUpOnSignal(cleanUp);

process.exitCode = (await build()) ? await open() : 1;
await cleanUp();
process.exit();

async function build(): Promise<boolean> {
  console.log('Building …');
  const { code, output } = await runTool('wxt', ['build'], { limitMs: 240_000 });
  if (code !== 0) console.error(output);
  return code === 0;
}

/** @returns the exit code, after the person has closed the browser. */
async function open(): Promise<number> {
  if (!hasScreen()) return tour();
  const site = await startSite({ port: SITE_PORT }).catch(() => startSite());
  undo.push(() => site.stop());
  console.log(`Practice site: ${site.url}/`);
  if (installChromium(console.log) === null) return byHand('No Chromium-family browser was found.');
  const profile = freshProfile();
  try {
    const { context, close } = await launchChromium({ headed: true, network: true, profile });
    undo.push(close);
    const closed = new Promise<void>((resolve) => context.on('close', () => resolve()));
    const [first] = context.pages();
    await (first ?? (await context.newPage())).goto(`${site.url}/`);
    console.log('The browser is open. Close it, or press Ctrl-C here, and nothing of it is kept.');
    await closed;
    return 0;
  } catch (error) {
    return byHand(
      `The browser did not start (${error instanceof Error ? error.message.split('\n')[0] : 'no reason given'}).`,
    );
  }
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** Without a screen there is nothing to click: the tour shows the same in a film. */
async function tour(): Promise<number> {
  console.log('There is no screen here to open a browser on: taking the tour instead.');
  const { code } = await runTool(process.execPath, [TOUR, '--no-build'], {
    limitMs: 20 * 60_000,
    show: true,
  });
  return code ?? 1;
}

/** With somebody at the keyboard the practice site stays up until Ctrl-C. */
async function byHand(why: string): Promise<number> {
  console.log(`${why} ${BY_HAND}`);
  if (process.stdin.isTTY) await new Promise<never>(() => setInterval(() => {}, 60_000));
  return 1;
}

/** A profile in which our button is on the toolbar at once, as after "Pin". */
function freshProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'tallystick-start-'));
  undo.push(() => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  mkdirSync(join(profile, 'Default'));
  const preferences = {
    extensions: { pinned_extensions: [extensionId()] },
    browser: { has_seen_welcome_page: true },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** The first half of the SHA-256 of the manifest's key, with a–p for 0–f. */
function extensionId(): string {
  const key = Buffer.from(String(readManifest('chrome').key), 'base64');
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
