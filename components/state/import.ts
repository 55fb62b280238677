/** Reading other apps' files, looking at what they would change, and the verbs on that. Nothing is written before `apply`. */
import { computed, signal } from '@preact/signals';
import { type FaultCode, isFault } from '../../utils/fault.ts';
import type { HeavyNews, NamedBytes } from '../../utils/platform/import-file.ts';
import { send } from '../../utils/platform/send.ts';
import type { RequestOf } from '../../utils/protocol.ts';
import type { ImportRowView } from '../../utils/views.ts';
import { loadAccounts } from './accounts.ts';

export type Entry = RequestOf<'import.review'>['entries'][number];
export type Choice = ImportRowView['usual'];

export interface Reading {
  readonly importer: string;
  readonly entries: readonly Entry[];
  readonly skipped: readonly {
    readonly where: string;
    readonly why: FaultCode;
    readonly detail?: string | undefined;
  }[];
  readonly rows: readonly ImportRowView[];
}

export type Stage =
  | { readonly at: 'choose' }
  /** A backup of our own: restoring takes all of it, importing only the codes. */
  | { readonly at: 'own'; readonly name: string }
  | {
      readonly at: 'reading';
      readonly name: string;
      readonly stop: () => void;
      /** Null unless a derivation runs that takes long. */
      readonly heavy: (HeavyNews & { readonly sinceMs: number }) | null;
    }
  | { readonly at: 'passphrase'; readonly files: readonly NamedBytes[]; readonly wrong: boolean }
  | {
      readonly at: 'fault';
      readonly name: string;
      readonly code: FaultCode;
      readonly detail: string | undefined;
    }
  | { readonly at: 'review'; readonly name: string; readonly reading: Reading }
  | { readonly at: 'done'; readonly added: number; readonly changed: number };

export const stage = signal<Stage>({ at: 'choose' });
/** Choice of each entry, by its place. */
export const choices = signal<readonly Choice[]>([]);
export const chosen = computed(() => choices.value.filter((choice) => choice !== 'leave').length);

const MOST_BYTES = 64 * 1024 * 1024;

export async function takeFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  if (files.some(({ size }) => size > MOST_BYTES)) {
    stage.value = { at: 'fault', name: first.name, code: 'import/too-large', detail: undefined };
    return;
  }
  if (await isOwnBackup(first)) {
    stage.value = { at: 'own', name: first.name };
    return;
  }
  const named = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  await read(named, null);
}

const isOwnBackup = async (file: File) =>
  /^(age-encryption\.org\/|-----BEGIN AGE ENCRYPTED|\s*\{\s*"format"\s*:\s*"tallystick-backup")/.test(
    await file.slice(0, 128).text(),
  );

export function takeText(text: string, name: string): Promise<void> {
  return read([{ name, bytes: new TextEncoder().encode(text) }], null);
}

/** The first file is read; the others are there for formats that are spread over several. */
export async function read(files: readonly NamedBytes[], passphrase: string | null): Promise<void> {
  const [file, ...companions] = files;
  if (file === undefined) return;
  const stopper = new AbortController();
  const reading = { at: 'reading', name: file.name, stop: () => stopper.abort() } as const;
  stage.value = { ...reading, heavy: null };
  try {
    const { readImportFile } = await import('../../utils/platform/import-file.ts');
    const { importer, entries, skipped } = await readImportFile(
      { file, companions, passphrase },
      stopper.signal,
      (heavy) => (stage.value = { ...reading, heavy: { ...heavy, sinceMs: Date.now() } }),
    );
    const plain = entries as unknown as Entry[];
    const rows = await send('import.review', { entries: plain });
    choices.value = rows.map(({ usual }) => usual);
    stage.value = { at: 'review', name: file.name, reading: { importer, entries: plain, skipped, rows } };
  } catch (error) {
    stage.value = stageAfter(error, files, file.name);
  }
}

function stageAfter(error: unknown, files: readonly NamedBytes[], name: string): Stage {
  if (error instanceof DOMException && error.name === 'AbortError') return { at: 'choose' };
  if (!isFault(error)) return { at: 'fault', name, code: 'unexpected', detail: undefined };
  if (error.code === 'import/passphrase-needed') return { at: 'passphrase', files, wrong: false };
  if (error.code === 'import/wrong-passphrase') return { at: 'passphrase', files, wrong: true };
  return { at: 'fault', name, code: error.code, detail: error.detail };
}

export function choose(at: number, choice: Choice): void {
  choices.value = choices.value.with(at, choice);
}

/** @param taken false leaves all of them out. */
export function chooseAll(rows: readonly ImportRowView[], taken: boolean): void {
  const next = [...choices.value];
  for (const { at, accountId, usual } of rows) {
    const take = usual === 'leave' && accountId !== null ? 'merge' : usual;
    next[at] = taken ? take : 'leave';
  }
  choices.value = next;
}

let isRenewing = false;

/** Codes that have run out, so that they can be compared with those of the other app for as long as it takes. */
export async function renewCodes(reading: Reading, due: readonly number[]): Promise<void> {
  if (isRenewing || due.length === 0) return;
  isRenewing = true;
  try {
    const entries = due.flatMap((at) => reading.entries[at] ?? []);
    const fresh = await send('import.review', { entries });
    const now = stage.value;
    if (now.at !== 'review' || now.reading !== reading) return;
    const codes = new Map(due.map((at, nth) => [at, fresh[nth]?.code ?? null]));
    const rows = reading.rows.map((row) => ({ ...row, code: codes.get(row.at) ?? row.code }));
    stage.value = { ...now, reading: { ...reading, rows } };
  } finally {
    isRenewing = false;
  }
}

export async function apply({ importer, entries }: Reading): Promise<void> {
  const done = await send('import.apply', { importer, entries: [...entries], choices: [...choices.value] });
  stage.value = { at: 'done', ...done };
  await loadAccounts();
}

export async function undoLast(): Promise<void> {
  await send('import.undo', {});
  stage.value = { at: 'choose' };
  await loadAccounts();
}
