/** Zip files, with and without a password (AES and ZipCrypto). Sizes are bounded before anything is unpacked, and again while it is. */
import {
  configure,
  type Entry,
  type FileEntry,
  Uint8ArrayReader,
  Writer,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { Fault } from '../fault.ts';
import { MAX_UNPACKED_BYTES, MAX_ZIP_FILES, MAX_ZIP_RATIO } from './limits.ts';

export interface ZippedFile {
  readonly path: string;
  readonly isEncrypted: boolean;
  readonly bytes: number;
  /**
   * @throws Fault `import/passphrase-needed`, `import/wrong-passphrase`, `import/too-large`, `import/malformed`.
   */
  unpack(passphrase: string | null): Promise<Uint8Array>;
}

/** @returns null when it is no zip. @throws Fault `import/malformed`, `import/too-large`. */
export async function readZip(bytes: Uint8Array): Promise<readonly ZippedFile[] | null> {
  if (!isZip(bytes)) return null;
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const entries = await entriesOf(reader);
  if (entries.length > MAX_ZIP_FILES) throw new Fault('import/too-large', 'zip');
  const budget = { left: MAX_UNPACKED_BYTES };
  return entries.filter((entry) => !entry.directory).map((entry) => fileOf(entry as FileEntry, budget));
}

/** An empty archive is only the record at its end. */
function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

async function entriesOf(reader: ZipReader<Uint8Array>): Promise<Entry[]> {
  try {
    return await reader.getEntries();
  } catch {
    throw new Fault('import/malformed', 'zip');
  }
}

function fileOf(entry: FileEntry, budget: { left: number }): ZippedFile {
  return {
    path: entry.filename,
    isEncrypted: entry.encrypted,
    bytes: entry.uncompressedSize,
    async unpack(passphrase) {
      if (entry.encrypted && passphrase === null) throw new Fault('import/passphrase-needed');
      const most = Math.min(budget.left, Math.max(entry.compressedSize, 1024) * MAX_ZIP_RATIO);
      if (entry.uncompressedSize > most) throw new Fault('import/too-large', 'zip');
      const unpacked = await unpackEntry(entry, most, passphrase);
      budget.left -= unpacked.length;
      return unpacked;
    },
  };
}

async function unpackEntry(entry: FileEntry, most: number, passphrase: string | null): Promise<Uint8Array> {
  try {
    const options = { useWebWorkers: false, checkSignature: true };
    return await entry.getData(
      new BoundedWriter(most),
      passphrase === null ? options : { ...options, password: passphrase },
    );
  } catch (error) {
    if (error instanceof Fault) throw error;
    // ZipCrypto has one check byte only: of 256 wrong passwords one passes it and ends in rubbish.
    throw new Fault(
      entry.encrypted ? 'import/wrong-passphrase' : 'import/malformed',
      entry.encrypted ? undefined : 'zip',
    );
  }
}

/** The sizes a zip declares may lie: what really comes out is counted. */
class BoundedWriter extends Writer<Uint8Array> {
  readonly #most: number;
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override writeUint8Array(piece: Uint8Array): Promise<void> {
    this.#length += piece.length;
    if (this.#length > this.#most) throw new Fault('import/too-large', 'zip');
    this.#pieces.push(piece.slice());
    return Promise.resolve();
  }

  override getData(): Promise<Uint8Array> {
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return Promise.resolve(whole);
  }
}
