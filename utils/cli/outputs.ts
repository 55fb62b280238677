/** What the converter writes: entries as JSON, a list of addresses, and every format that can be exported. */
import type { ExportEntry, Exporter, SheetWords } from '../exporters/exporter.ts';
import { lossOfEntries } from '../exporters/loss.ts';
import { EXPORTERS } from '../exporters/registry.ts';
import type { ImportEntry, Skipped } from '../importers/importer.ts';
import type { ReadImport } from '../importers/read-file.ts';
import { writeOtpUri } from '../otp/uri.ts';

export interface Written {
  readonly text: string;
  /** What the format cannot hold, a line each, to be told beside it. */
  readonly left: readonly string[];
}

export interface Output {
  readonly id: string;
  write(reading: ReadImport): Written;
}

export const OUTPUTS: readonly Output[] = [
  { id: 'json', write: (reading) => ({ text: writeJson(reading), left: [] }) },
  { id: 'otpauth', write: (reading) => ({ text: writeList(reading), left: [] }) },
  ...EXPORTERS.map((exporter) => ({
    id: exporter.id,
    write: (reading: ReadImport) => writeBy(exporter, reading),
  })),
];

/** The program speaks English. */
const SHEET_WORDS: SheetWords = {
  language: 'en',
  title: 'Two-factor accounts',
  warning: 'Whoever holds this sheet can make every code on it.',
  service: 'Service',
  login: 'Login',
  note: 'Note',
  code: 'Code',
};

function writeBy(exporter: Exporter, { entries }: ReadImport): Written {
  const withCode = entries.filter(({ trashed }) => !trashed).flatMap(exportEntryOf);
  const carried = exporter.carry(withCode).filter((entry) => entry !== null);
  return {
    text: exporter
      .write(carried, SHEET_WORDS)
      .map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`))
      .join(''),
    left: [
      ...entries.filter(({ trashed }) => trashed).map((entry) => leftLine(entry, ['trashed'])),
      ...entries
        .filter(({ otp, trashed }) => otp === null && !trashed)
        .map((entry) => leftLine(entry, ['noCode'])),
      ...lossOfEntries(exporter, withCode).map((loss) => leftLine(loss, loss.lost)),
    ],
  };
}

function exportEntryOf(entry: ImportEntry, at: number): ExportEntry[] {
  const { service, login, otp, note, tags, pinned, recoveryCodes } = entry;
  if (otp === null) return [];
  const sites = entry.sites.map((site) => site.replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/, ''));
  return [{ accountId: String(at), service, login, otp, note, tags, pinned, sites, recoveryCodes }];
}

function leftLine({ service, login }: { service: string; login: string }, lost: readonly string[]): string {
  return `not written: ${oneLine(`${service} ${login}`)}: ${lost.join(', ')}`;
}

function writeJson({ importer, entries, skipped }: ReadImport): string {
  return `${JSON.stringify({ importer, entries: entries.map(plainEntry), skipped: skipped.map(plainSkipped) }, null, 2)}\n`;
}

function plainEntry({ service, login, otp, ...rest }: ImportEntry) {
  return { kind: otp?.kind ?? null, issuer: service, name: login, ...otp, ...rest };
}

function plainSkipped({ where, why, detail }: Skipped) {
  return { where, why: detail === undefined ? why : `${why}: ${detail}` };
}

/** What has no code has no address: it stands as a comment, so that nothing is lost silently. */
function writeList({ entries, skipped }: ReadImport): string {
  const lines = entries.map(({ service, login, otp, extra }) =>
    otp === null
      ? `# ${oneLine(`${service} ${login}`)}: no code`
      : writeOtpUri({ service, login, otp, extra }),
  );
  const notRead = skipped.map(
    (skipped) => `# not read: ${oneLine(skipped.where)}: ${plainSkipped(skipped).why}`,
  );
  return [...lines, ...notRead, ''].join('\n');
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
