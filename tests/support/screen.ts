/** A screen that nobody sees, with a window manager and a keyboard: for what the browser draws itself and no protocol reaches. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { onPath } from '../tools/browsers.ts';

const PROGRAMS = ['Xvfb', 'openbox', 'xdotool'] as const;
const START_LIMIT_MS = 10_000;

export interface Screen {
  /** What a browser gets as `DISPLAY`. */
  readonly display: string;
  /** Presses these one after another, as `ctrl+shift+k` or `Return`. */
  press(...keys: readonly string[]): void;
  type(text: string): void;
  close(): void;
}

/** @returns why there can be no such screen here, as a reason to skip; null where there can. */
export function whyNoScreen(): string | null {
  const missing = PROGRAMS.filter((program) => onPath(program) === null);
  return missing.length === 0 ? null : `needs a screen of its own: ${missing.join(', ')} not found`;
}

export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await firstLine(server)}`;
  const env = { ...process.env, DISPLAY: display };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  const tell = (...words: readonly string[]) => {
    const { status, stderr } = spawnSync('xdotool', words, { env, encoding: 'utf8', timeout: 10_000 });
    if (status !== 0) throw new Error(`xdotool ${words.join(' ')}: ${stderr}`);
  };
  return {
    display,
    press: (...keys) => tell('key', '--delay', '120', ...keys),
    type: (text) => tell('type', '--delay', '60', text),
    close() {
      manager.kill();
      server.kill();
    },
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Xvfb did not start.')), START_LIMIT_MS);
    server.stdio[3]?.once('data', (chunk) => {
      clearTimeout(limit);
      resolve(String(chunk).trim());
    });
    server.once('error', reject);
  });
}
