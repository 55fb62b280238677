/** Another app's export in, entries out: what `npx tallystick-convert` does, without the terminal it runs in. */
import { parseArgs } from 'node:util';
import { type Fault, isFault } from '../fault.ts';
import type { OpenedFile } from '../importers/opened-file.ts';
import { type ReadImport, readImport, readImportBy } from '../importers/read-file.ts';
import { IMPORTERS } from '../importers/registry.ts';
import { OUTPUTS } from './outputs.ts';

/** What the program needs of the world around it. */
export interface Terminal {
  open(path: string): OpenedFile;
  /** Without the line break at its end. */
  readPassword(path: string): string;
  /** Null where nobody can be asked. What is typed is not shown. */
  askPassword(question: string): Promise<string | null>;
  print(text: string): void;
  complain(text: string): void;
  /** Readable for its owner only. */
  write(path: string, text: string): void;
}

const USAGE = `Usage: tallystick-convert FILE [MORE FILES…] [options]

Reads the accounts in another app's export and prints them. What could not be read is told, never guessed.
MORE FILES are those that belong to the first, as the manifest.json of Steam Desktop Authenticator.

  --from ID            which app wrote the file; auto (default) looks at its contents
  --to FORMAT          ${OUTPUTS.map(({ id }) => id).join(', ')};
                       json is the default
  --out FILE           write there instead of printing
  --password-file FILE the password is the first line of this file; without it you are asked
  --list               the apps that are known
`;

const OPTIONS = {
  from: { type: 'string', default: 'auto' },
  to: { type: 'string', default: 'json' },
  out: { type: 'string' },
  'password-file': { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @returns the exit code: 0 all well, 1 the file was refused, 2 the program was called in a way it does not know. */
export async function convert(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = parsed(args, terminal);
  if (asked === null) return 2;
  if (asked.values.help) return say(terminal, USAGE);
  if (asked.values.list)
    return say(terminal, IMPORTERS.map(({ id, name }) => `${id.padEnd(28)}${name}\n`).join(''));
  const output = OUTPUTS.find(({ id }) => id === asked.values.to);
  if (output === undefined || asked.positionals.length === 0) {
    terminal.complain(USAGE);
    return 2;
  }
  try {
    const reading = await read(asked, terminal);
    const { text, left } = output.write(reading);
    if (asked.values.out === undefined) terminal.print(text);
    else terminal.write(asked.values.out, text);
    for (const line of left) terminal.complain(`${line}\n`);
    const { entries, skipped, importer } = reading;
    terminal.complain(`${importer}: ${entries.length} read, ${skipped.length} not read\n`);
    return 0;
  } catch (error) {
    if (!isFault(error)) throw error;
    terminal.complain(`${wordsOf(error)}\n`);
    return 1;
  }
}

function parsed(args: readonly string[], terminal: Terminal) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch {
    terminal.complain(USAGE);
    return null;
  }
}

function say(terminal: Terminal, text: string): number {
  terminal.print(text);
  return 0;
}

type Asked = NonNullable<ReturnType<typeof parsed>>;

/** A password is asked for when the file turns out to need one. */
async function read({ values, positionals }: Asked, terminal: Terminal): Promise<ReadImport> {
  const attempt = (password: string | null) => {
    const [file, ...companions] = positionals.map((path) => terminal.open(path)) as [
      OpenedFile,
      ...OpenedFile[],
    ];
    return values.from === 'auto'
      ? readImport(file, password, companions)
      : readImportBy(values.from, file, password, companions);
  };
  if (values['password-file'] !== undefined) return attempt(terminal.readPassword(values['password-file']));
  try {
    return await attempt(null);
  } catch (error) {
    if (!isFault(error) || error.code !== 'import/passphrase-needed') throw error;
    const password = await terminal.askPassword('Password of the file: ');
    if (password === null) throw error;
    return attempt(password);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  'import/unknown-file': 'This kind of file is not known.',
  'import/passphrase-needed': 'This file has a password: name a file with it by --password-file.',
  'import/wrong-passphrase': 'That is not the password of this file.',
  'import/companion-needed': 'This file is read together with another one: name both.',
};

function wordsOf({ code, detail }: Fault): string {
  return `${WORDS[code] ?? 'The file could not be read.'} (${detail === undefined ? code : `${code}: ${detail}`})`;
}
