/** A backup in, its codes and secrets out: what `npx tallystick-open` does, without the terminal it runs in. */
import { parseArgs } from 'node:util';
import { needsRecoveryKey } from '../backup/age-header.ts';
import { type ReadPayload, readPayload } from '../backup/read-payload.ts';
import { openBackup } from '../backup/seal.ts';
import { type Fault, isFault } from '../fault.ts';
import { asJson, asText } from './backup-text.ts';
import { wholeKey } from './whole-key.ts';

/** What the program needs of the world around it. */
export interface OpenTerminal {
  readBytes(path: string): Uint8Array;
  readText(path: string): string;
  /** Without the line break at its end. */
  readPassword(path: string): string;
  /** Null where nobody can be asked. What is typed is not shown. */
  askPassword(question: string): Promise<string | null>;
  print(text: string): void;
  complain(text: string): void;
  nowMs(): number;
  /** Waits for a second. @returns false once there is nobody to look any more. */
  nextSecond(): Promise<boolean>;
}

const USAGE = `Usage: tallystick-open BACKUP [options]

Opens a backup of Tallystick and shows the codes of now. Nothing is sent anywhere and nothing is written.

  --password-file FILE the passphrase is the first line of this file; without it you are asked
  --identity-file FILE the recovery key, as on paper, as AGE-SECRET-KEY-1… or in shares
  --secrets            the secrets, recovery codes and notes too
  --json               for programs
  --live               once a second, until Ctrl-C
`;

const OPTIONS = {
  'password-file': { type: 'string' },
  'identity-file': { type: 'string' },
  secrets: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  live: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @returns the exit code: 0 all well, 1 the file was refused, 2 the program was called in a way it does not know. */
export async function open(args: readonly string[], terminal: OpenTerminal): Promise<number> {
  const asked = parsed(args);
  if (asked?.values.help) {
    terminal.print(USAGE);
    return 0;
  }
  const [path, ...more] = asked?.positionals ?? [];
  if (asked === null || path === undefined || more.length > 0) {
    terminal.complain(USAGE);
    return 2;
  }
  try {
    const backup = await read(terminal.readBytes(path), asked, terminal);
    for (const { where, why } of backup.skipped) terminal.complain(`${where}: ${why}\n`);
    await show(backup, asked, terminal);
    return 0;
  } catch (error) {
    if (!isFault(error)) throw error;
    terminal.complain(`${wordsOf(error)}\n`);
    return 1;
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch {
    return null;
  }
}
type Asked = NonNullable<ReturnType<typeof parsed>>;

/** Text that somebody took out of its file with `age -d` is read as well. */
async function read(bytes: Uint8Array, { values }: Asked, terminal: OpenTerminal): Promise<ReadPayload> {
  const text = new TextDecoder().decode(bytes);
  if (/^\s*\{\s*"format"\s*:\s*"tallystick-backup"/.test(text)) return readPayload(text);
  const byKey = needsRecoveryKey(bytes);
  const secret =
    values['identity-file'] !== undefined
      ? terminal.readText(values['identity-file'])
      : values['password-file'] !== undefined
        ? terminal.readPassword(values['password-file'])
        : await terminal.askPassword(byKey ? 'Recovery key: ' : 'Passphrase of the backup: ');
  const fromPrompt = values['identity-file'] === undefined && values['password-file'] === undefined;
  const next = async (missing: number) =>
    fromPrompt ? terminal.askPassword(`Next share (${missing} more): `) : null;
  return readPayload(await openBackup(bytes, byKey ? await wholeKey(secret ?? '', next) : (secret ?? '')));
}

async function show(
  { accounts }: ReadPayload,
  { values }: Asked,
  { print, nowMs, nextSecond }: OpenTerminal,
): Promise<void> {
  const write = values.json ? asJson : asText;
  do {
    const text = write(accounts, { nowMs: nowMs(), secrets: values.secrets });
    print(values.live && !values.json ? `\x1b[2J\x1b[H${text}` : text);
  } while (values.live && (await nextSecond()));
}

const WORDS: Readonly<Record<string, string>> = {
  'backup/wrong-passphrase': 'That is not the passphrase of this backup.',
  'backup/wrong-recovery-key': 'That is not the recovery key of this backup.',
  'vault/recovery-typo': 'There is a typo in the recovery key: group',
  'vault/recovery-length':
    'This backup is opened by the recovery key, which has 13 groups of five characters.',
  'vault/share-unknown': 'This is no share of a recovery key.',
  'vault/shares-mixed': 'These shares were not made together: share',
  'vault/shares-too-few': 'More shares are needed',
  'backup/not-a-backup': 'This is not a backup of Tallystick.',
  'backup/truncated': 'The end of this file is missing.',
  'backup/damaged': 'This file is damaged.',
  'backup/newer': 'A newer version of Tallystick wrote this file.',
};

function wordsOf({ code, detail }: Fault): string {
  return `${WORDS[code] ?? 'The backup could not be opened.'} (${detail === undefined ? code : `${code}: ${detail}`})`;
}
