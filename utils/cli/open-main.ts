/** The program behind `npx tallystick-open`: its terminal and its files. */
import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { askPassword, readPassword } from './ask-password.ts';
import { type OpenTerminal, open } from './open.ts';

const terminal: OpenTerminal = {
  readBytes: (path) => new Uint8Array(readFileSync(path)),
  readText: (path) => readFileSync(path, 'utf8'),
  readPassword,
  askPassword,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  nowMs: () => Date.now(),
  nextSecond: () => after(1000, process.stdout.writable),
};

try {
  process.exitCode = await open(process.argv.slice(2), terminal);
} catch (error) {
  // A file that is not there or may not be read: the system's own words name it and quote nothing from it.
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
