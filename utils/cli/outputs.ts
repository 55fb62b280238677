/** What the converter writes: one line each. */
import type { ImportEntry, Skipped } from '../importers/importer.ts';
import type { ReadImport } from '../importers/read-file.ts';
import { writeOtpUri } from '../otp/uri.ts';

export interface Output {
  readonly id: string;
  write(reading: ReadImport): string;
}

export const OUTPUTS: readonly Output[] = [
  { id: 'json', write: writeJson },
  { id: 'otpauth', write: writeList },
];

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
