/** Any text that may hold one-time codes: one address, or many lines of them; addresses of one code and of many. */
import { Fault, isFault } from '../fault.ts';
import type { OtpBatch, OtpDraft, OtpProblem, OtpReading } from './draft.ts';
import { nameForeign } from './foreign.ts';
import { readMigrationUri } from './migration-uri.ts';
import { readOtpauthUri, writeOtpauthUri } from './otpauth-uri.ts';

export type { OtpDraft, OtpReading } from './draft.ts';

interface LineReading {
  readonly drafts: readonly OtpDraft[];
  readonly batch: OtpBatch | null;
  readonly faults: readonly Fault[];
}

/**
 * Lines that cannot be read are told in `problems` and spoil nothing; empty lines and `#` comments are passed over.
 * @throws Fault when nothing can be read: that of the first address, or `otp/not-an-otp` with what the text is instead
 *   (see `Foreign`) as detail. Of `otp/malformed-uri` the detail is the name of a parameter.
 */
export function readOtpUri(text: string): OtpReading {
  const drafts: OtpDraft[] = [];
  const batches: OtpBatch[] = [];
  const problems: OtpProblem[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const { faults, batch, drafts: found } = readLine(line);
    drafts.push(...found);
    if (batch !== null) batches.push(batch);
    problems.push(...faults.map(({ code, detail }) => ({ line: index + 1, code, detail })));
  }
  if (drafts.length === 0 && (batches.length === 0 || problems.length > 0)) throw faultOf(text, problems);
  return { drafts, batches, problems };
}

/** One address; reading it gives the same draft. Kinds that other apps do not know keep a host of their own. */
export function writeOtpUri(draft: Omit<OtpDraft, 'notices'>): string {
  return writeOtpauthUri(draft);
}

function readLine(line: string): LineReading {
  try {
    const migration = readMigrationUri(line);
    if (migration !== null) return migration;
    const draft = readOtpauthUri(line);
    if (draft !== null) return { drafts: [draft], batch: null, faults: [] };
    return failed(new Fault('otp/not-an-otp', nameForeign(line)));
  } catch (error) {
    if (isFault(error)) return failed(error);
    throw error;
  }
}

function failed(fault: Fault): LineReading {
  return { drafts: [], batch: null, faults: [fault] };
}

function faultOf(text: string, problems: readonly OtpProblem[]): Fault {
  const first = problems.find(({ code }) => code !== 'otp/not-an-otp');
  return first === undefined
    ? new Fault('otp/not-an-otp', nameForeign(text))
    : new Fault(first.code, first.detail);
}
