/** A file that somebody dropped, looked at in every way an importer may want; each way is tried once, when it is first asked for. */
import { Fault } from '../fault.ts';
import { readCsv, type Table } from './csv.ts';
import type { FileTools, ImportTools, SqliteReader } from './import-tools.ts';
import type { Skipped } from './importer.ts';
import { readJson } from './json.ts';
import { MOST_WORK_MS } from './limits.ts';
import { type MarkupElement, readHtml, readXml } from './markup.ts';
import { latin1In, textIn } from './text.ts';
import { readZip, type ZippedFile } from './zip.ts';

export class OpenedFile {
  readonly bytes: Uint8Array;
  /** For messages and for finding companions: what a file is, its contents say. */
  readonly name: string;
  readonly tools: FileTools;
  /** Losses noticed while opening: they end up beside what the importer skipped. */
  readonly remarks: Skipped[];
  readonly #found = new Map<string, unknown>();

  constructor(bytes: Uint8Array, name: string, tools: ImportTools | FileTools, remarks: Skipped[] = []) {
    this.bytes = bytes;
    this.name = name;
    this.tools = 'work' in tools ? tools : { ...tools, work: { leftMs: MOST_WORK_MS } };
    this.remarks = remarks;
  }

  /** What was sealed or packed in this one. */
  inside(bytes: Uint8Array, name = this.name): OpenedFile {
    return new OpenedFile(bytes, name, this.tools, this.remarks);
  }

  /** Null when it is no text. */
  get text(): string | null {
    return this.#once('text', () => textIn(this.bytes));
  }

  /** Undefined when it is no JSON. @throws Fault `import/malformed` when it nests too deep. */
  get json(): unknown {
    return this.#once('json', () => {
      const reading = this.text === null ? null : readJson(this.text);
      for (const name of reading?.repeatedNames ?? []) {
        this.remarks.push({ where: name, why: 'import/repeated-name' });
      }
      return reading?.value;
    });
  }

  /** The root; null when it is no XML. @throws Fault `import/malformed` when it nests too deep or is cut short. */
  get xml(): MarkupElement | null {
    return this.#once('xml', () => (this.text === null ? null : readXml(this.text)));
  }

  /** An element around the page; null when it is no HTML. @throws Fault `import/malformed` when it nests too deep. */
  get html(): MarkupElement | null {
    return this.#once('html', () => readHtml(this.text ?? latin1In(this.bytes)));
  }

  /** Null when its first line is no header of a table. */
  get csv(): Table | null {
    return this.#once('csv', () =>
      this.text === null || /^\s*[[{<]/.test(this.text) ? null : readCsv(this.text),
    );
  }

  /** Null when it is no zip. @throws Fault `import/malformed`, `import/too-large`. */
  get zip(): Promise<readonly ZippedFile[] | null> {
    return this.#once('zip', () => readZip(this.bytes));
  }

  /** Null when it is no SQLite database. @throws Fault `import/malformed`. */
  get sqlite(): Promise<SqliteReader | null> {
    return this.#once('sqlite', () =>
      startsWith(this.bytes, 'SQLite format 3\0') ? this.tools.openSqlite(this.bytes) : Promise.resolve(null),
    );
  }

  #once<T>(view: string, look: () => T): T {
    if (!this.#found.has(view)) this.#found.set(view, attempt(look));
    const found = this.#found.get(view);
    if (found instanceof Fault) throw found;
    return found as T;
  }
}

/** A fault is kept like an answer: the next importer that asks meets it at once. */
function attempt(look: () => unknown): unknown {
  try {
    return look();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** @param beginning one byte a character. */
export function startsWith(bytes: Uint8Array, beginning: string): boolean {
  return [...beginning].every((character, at) => bytes[at] === character.charCodeAt(0));
}
