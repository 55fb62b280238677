/**
 * `npm run corpus:imports -- DIR [--json]`: runs a folder of other apps' exports with a `manifest.json` through every importer
 * and says which were read exactly as expected. The folder stays outside the repository: the files are other people's.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeImportTools } from '../../utils/cli/import-tools.ts';
import { type FaultCode, isFault } from '../../utils/fault.ts';
import { OpenedFile } from '../../utils/importers/opened-file.ts';
import { type ReadImport, readImport } from '../../utils/importers/read-file.ts';
import { type FileResult, judgeFile, type ManifestFile, sumUp } from './corpus-imports-score.ts';

/** Images and known answers have runners of their own. */
const OTHERS = new Set(['qr', 'otp-vectors']);

async function attempt(read: () => Promise<ReadImport>): Promise<ReadImport | FaultCode> {
  try {
    return await read();
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}

/** As a person would: the password is given only when it is asked for. */
async function read(folder: string, entry: ManifestFile): Promise<ReadImport | FaultCode> {
  const open = (path: string) =>
    new OpenedFile(new Uint8Array(readFileSync(join(folder, path))), path, nodeImportTools);
  const companions = entry.companion === undefined ? [] : [open(entry.companion)];
  const first = await attempt(() => readImport(open(entry.file), null, companions));
  if (first !== 'import/passphrase-needed' || typeof entry.password !== 'string') return first;
  const { password } = entry;
  return attempt(() => readImport(open(entry.file), password, companions));
}

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run corpus:imports -- DIR [--json] [--only=TEXT]   (DIR holds manifest.json)');
  process.exit(2);
}
const json = flags.includes('--json');
const only = flags.find((flag) => flag.startsWith('--only='))?.slice('--only='.length) ?? '';
const root = resolve(process.env.INIT_CWD ?? '.', folder);
const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as ManifestFile[];
const results: FileResult[] = [];
for (const entry of manifest) {
  if (OTHERS.has(entry.app) || !entry.file.includes(only)) continue;
  const result = judgeFile(entry, await read(root, entry));
  results.push(result);
  if (json || result.outcome === 'exact') continue;
  console.log(`${result.outcome}: ${result.file}`);
  for (const line of result.lines) console.log(`    ${line}`);
}
const { table, summary } = sumUp(results);
if (!json) for (const line of table) console.log(line);
console.log(JSON.stringify(summary));
