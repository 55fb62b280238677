/** The program behind `npx tallystick-convert`: its terminal and its files. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Fault } from '../fault.ts';
import type { ImportTools } from '../importers/import-tools.ts';
import { MAX_FILE_BYTES } from '../importers/limits.ts';
import { OpenedFile } from '../importers/opened-file.ts';
import { askPassword, readPassword } from './ask-password.ts';
import { convert, type Terminal } from './convert.ts';
import { nodeImportTools } from './import-tools.ts';

/** A silent minute looks like a crash. */
const tools: ImportTools = {
  ...nodeImportTools,
  async announce({ what, sample, times }) {
    const startMs = performance.now();
    await sample();
    const seconds = Math.ceil(((performance.now() - startMs) * times) / 1000);
    process.stderr.write(`The password is checked by ${what}: about ${seconds} s.\n`);
  },
};

const terminal: Terminal = {
  open(path) {
    // Before it is read: the rest refuses it by its size as well, but only once it is in memory.
    if (statSync(path).size > MAX_FILE_BYTES) throw new Fault('import/too-large');
    return new OpenedFile(new Uint8Array(readFileSync(path)), path.replace(/^.*[/\\]/, ''), tools);
  },
  readPassword,
  askPassword,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  write: (path, text) => writeFileSync(path, text, { mode: 0o600 }),
};

try {
  process.exitCode = await convert(process.argv.slice(2), terminal);
} catch (error) {
  // A file that is not there, or may not be read or written: the system's own words name it and quote nothing from it.
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
