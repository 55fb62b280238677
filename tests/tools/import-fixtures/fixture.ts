/** What a fixture of an importer is, and how files of the usual sorts are written. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Fixture {
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly password?: string;
  readonly entries?: readonly object[];
  readonly skipped?: readonly object[];
  readonly fault?: string;
}

export const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const prefs = (texts: Readonly<Record<string, unknown>>) =>
  `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n${Object.entries(texts)
    .map(
      ([name, value]) => `    <string name="${escaped(name)}">${escaped(JSON.stringify(value))}</string>\n`,
    )
    .join('')}    <int name="key_version" value="1" />\n</map>\n`;

export function sqliteFile(sql: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  const path = join(folder, 'a.db');
  execFileSync('sqlite3', [path], { input: sql });
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

export const uriOf = ({
  service,
  login,
  otp,
}: {
  service: string;
  login: string;
  otp: Record<string, unknown>;
}) => {
  const query = new URLSearchParams({ secret: String(otp.secretBase32), issuer: service });
  query.set('algorithm', String(otp.hash));
  query.set('digits', String(otp.digits));
  query.set(otp.counter === undefined ? 'period' : 'counter', String(otp.counter ?? otp.periodSeconds));
  const label = `${encodeURIComponent(service)}:${encodeURIComponent(login)}`;
  return `otpauth://${otp.kind}/${label}?${query.toString().replaceAll('+', '%20')}`;
};
