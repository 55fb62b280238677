/** Text of addresses, one a line: what nearly every app can write, Google's migration parts and Ente's additions included. */
import { isFault } from '../fault.ts';
import type { OtpBatch, OtpDraft } from '../otp/draft.ts';
import { readOtpUri } from '../otp/uri.ts';
import { entryOfDraft, readEach } from './entries.ts';
import type { ImportEntry, ImportReading, Skipped } from './importer.ts';
import { readJson } from './json.ts';
import { isSteamAccount, readSteamAccount } from './steam-account.ts';

const ADDRESS = /^\s*"?(otpauth(-migration)?|motp|steam):\/\//i;

/** Enough to know what a text is made of: a hostile one has millions of lines. */
const LOOKED_AT = 64 * 1024;

/** Whether it begins with an address, or its beginning is made of them for the better part. */
export function holdsAddresses(text: string): boolean {
  const lines = text
    .slice(0, LOOKED_AT)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const addresses = lines.filter((line) => ADDRESS.test(line)).length;
  return addresses > 0 && (ADDRESS.test(lines[0] ?? '') || addresses * 2 >= lines.length);
}

/** @throws Fault `otp/…` of the first line when none can be read. */
export function readAddresses(text: string): ImportReading {
  const { drafts, batches, problems } = readOtpUri(linesOf(text));
  const skipped: Skipped[] = problems.map(({ line, code, detail }) => ({
    where: `line ${line}`,
    why: code,
    detail,
  }));
  const read = readEach(
    drafts,
    'address',
    (draft) => entryOfAddress(draft),
    ({ service }) => service,
  );
  return { entries: read.entries, skipped: [...skipped, ...read.skipped, ...missingParts(batches)] };
}

/** Ente's lists come with commas between the addresses, or each in quotes. */
function linesOf(text: string): string {
  return text
    .replaceAll(/,\s*(?="?otpauth:\/\/)/gi, '\n')
    .split(/\r\n|\r|\n/)
    .map((line) => withOwnPeriod(unquoted(line)))
    .join('\n');
}

function unquoted(line: string): string {
  const quoted = /^\s*(".*")\s*,?\s*$/.exec(line)?.[1];
  if (quoted === undefined) return line;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

/** Some lists lost the `&` in front of the period, which then stands in the name of the issuer (Ente, pull request 77). */
function withOwnPeriod(line: string): string {
  return /[?&]period=/i.test(line) ? line : line.replace(/([?&]issuer=[^&]*?)(period=\d+)/i, '$1&$2');
}

/**
 * One address with what apps hang on it: Ente's `codeDisplay`, which holds its note, tags, pin and trash; WinAuth's `data` of
 * Steam accounts, beside which the secret of the address is a placeholder.
 */
export function entryOfAddress(draft: OtpDraft, known: Partial<ImportEntry> = {}): ImportEntry {
  const { codeDisplay, ...extra } = draft.extra;
  const account = draft.extra.data === undefined ? null : jsonOrNull(draft.extra.data);
  if (isSteamAccount(account)) return readSteamAccount(account, { login: draft.login });
  const display = codeDisplay === undefined ? null : displayOf(codeDisplay);
  if (display === null) return entryOfDraft(draft, known);
  return entryOfDraft({ ...draft, extra }, { ...known, ...display });
}

function displayOf(text: string): Partial<ImportEntry> | null {
  const value = jsonOrNull(text);
  if (typeof value !== 'object' || value === null) return null;
  const { pinned, trashed, tags, note } = value as Record<string, unknown>;
  return {
    pinned: pinned === true,
    trashed: trashed === true,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    note: typeof note === 'string' ? note : '',
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return readJson(text)?.value ?? null;
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

/** Each QR code of a Google export is a part, numbered from 0; a person may have saved only some. */
function missingParts(batches: readonly OtpBatch[]): Skipped[] {
  const parts = new Map<number, { size: number; seen: Set<number> }>();
  for (const { id, index, size } of batches) {
    const part = parts.get(id) ?? { size: Math.min(size, 1000), seen: new Set() };
    part.seen.add(index);
    parts.set(id, part);
  }
  return [...parts.values()].flatMap(({ size, seen }) =>
    Array.from({ length: size }, (_, index) => index)
      .filter((index) => !seen.has(index))
      .map((index) => ({ where: `${index + 1}/${size}`, why: 'import/part-missing' as const })),
  );
}
