/** Reads the plain text of a backup. One bad entry never spoils the rest, and every loss is named. */
import * as v from 'valibot';
import type { Account } from '../accounts/account.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { fileKindOf } from './file-kind.ts';
import { isCarried, type Kept } from './kept.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { countsOf, digestOf, PAYLOAD_VERSION } from './payload.ts';
import {
  accountShape,
  deviceShape,
  envelopeShape,
  factorShape,
  flowRunShape,
  siteShape,
} from './payload-shape.ts';

/**
 * What was not taken. `where` is a place with at most the account's name; `why` is a reason with at most the name of a field:
 * `malformed: otp.digits`, `same id twice`, `altered`, `counts differ`.
 */
export interface Skipped {
  readonly where: string;
  readonly why: string;
}

export interface ReadPayload extends Required<Kept> {
  readonly skipped: readonly Skipped[];
}

/**
 * @param text what `openBackup` gives.
 * @throws Fault `backup/empty-file`, `backup/too-large`, `backup/not-a-backup`, `backup/damaged`, `backup/newer` (detail: the
 *   version).
 */
export function readPayload(text: string): ReadPayload {
  const envelope = envelopeOf(text);
  const skipped: Skipped[] = [];
  const skip = (where: string, why: string) => skipped.push({ where, why });
  const accounts: Account[] = [];
  const ids = new Set<string>();
  for (const [at, entry] of envelope.accounts.entries()) {
    const account = readAccount(entry, `accounts[${at}]`, skip);
    if (account === null) continue;
    if (ids.has(account.id)) skip(`accounts[${at}] ${account.service}`, 'same id twice');
    else accounts.push(account);
    ids.add(account.id);
  }
  noticeChanges(envelope, skip);
  return { accounts, ...restOf(envelope, skip), skipped };
}

/** What version 1 did not carry: none of it is there in a file of that version. */
function restOf(envelope: Envelope, skip: Skip): Omit<Required<Kept>, 'accounts'> {
  const facts = Object.entries(envelope.facts).filter(([name]) => isCarried(name));
  // What the shapes check is what is relied on; the rest of a run is only shown.
  return {
    devices: readEach(deviceShape, envelope.devices, 'devices', skip),
    flowRuns: readEach(flowRunShape, envelope.flowRuns, 'flowRuns', skip) as unknown as Kept['flowRuns'] & {},
    facts: Object.fromEntries(facts) as Kept['facts'] & {},
  };
}

type Skip = (where: string, why: string) => void;
type Envelope = v.InferOutput<typeof envelopeShape>;

function envelopeOf(text: string): Envelope {
  if (text.trim() === '') throw new Fault('backup/empty-file');
  if (text.length > MAX_FILE_BYTES) throw new Fault('backup/too-large');
  const file = jsonOf(text);
  const format = v.safeParse(v.object({ format: v.literal('tallystick-backup'), v: v.number() }), file);
  if (!format.success) throw new Fault('backup/not-a-backup', fileKindOf(encodeUtf8(text.slice(0, 512))));
  // Before the rest is looked at: a newer version may have another rest.
  if (format.output.v > PAYLOAD_VERSION) throw new Fault('backup/newer', String(format.output.v));
  const envelope = v.safeParse(envelopeShape, file);
  if (!envelope.success) throw new Fault('backup/damaged', fieldsOf(envelope.issues));
  return envelope.output;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const ours = /^\s*\{\s*"format"\s*:\s*"tallystick-backup"/.test(text);
    throw ours
      ? new Fault('backup/damaged', 'JSON')
      : new Fault('backup/not-a-backup', fileKindOf(encodeUtf8(text.slice(0, 512))));
  }
}

function readAccount(entry: unknown, place: string, skip: Skip): Account | null {
  const parsed = v.safeParse(accountShape, entry);
  if (!parsed.success) {
    skip(`${place}${nameIn(entry)}`, `malformed: ${fieldsOf(parsed.issues)}`);
    return null;
  }
  const where = `${place} ${parsed.output.service}`.trimEnd();
  const factors = readEach(factorShape, parsed.output.factors, `${where} factors`, skip).map(withoutUri);
  const sites = readEach(siteShape, parsed.output.sites, `${where} sites`, skip);
  return { ...parsed.output, factors, sites } as Account;
}

function readEach<S extends v.GenericSchema>(
  shape: S,
  items: readonly unknown[],
  where: string,
  skip: Skip,
): v.InferOutput<S>[] {
  const read: v.InferOutput<S>[] = [];
  for (const [at, item] of items.entries()) {
    const parsed = v.safeParse(shape, item);
    if (parsed.success) read.push(parsed.output);
    else skip(`${where}[${at}]`, `malformed: ${fieldsOf(parsed.issues)}`);
  }
  return read;
}

function withoutUri(factor: v.InferOutput<typeof factorShape>) {
  const { uri: _, ...rest } = factor as typeof factor & { uri?: unknown };
  return rest;
}

/** Someone edited the text, or lost a piece of it. Everything readable is taken all the same. */
function noticeChanges(envelope: Envelope, skip: Skip): void {
  const { counts, accountsSha256, restSha256, accounts, devices, flowRuns, facts } = envelope;
  const there = countsOf(accounts.map((entry) => ({ factors: listIn(entry, 'factors') })));
  if (counts && (counts.accounts !== there.accounts || counts.factors !== there.factors)) {
    skip('accounts', `counts differ: ${there.accounts} of ${counts.accounts}`);
  }
  for (const [where, list] of [['devices', devices] as const, ['flowRuns', flowRuns] as const]) {
    const wanted = counts?.[where] ?? list.length;
    if (wanted !== list.length) skip(where, `counts differ: ${list.length} of ${wanted}`);
  }
  if (accountsSha256 !== undefined && accountsSha256 !== digestOf(accounts)) skip('accounts', 'altered');
  const rest = [devices, flowRuns, facts];
  if (restSha256 !== undefined && restSha256 !== digestOf(rest)) skip('devices, flowRuns, facts', 'altered');
}

const fieldIn = (entry: unknown, name: string): unknown =>
  typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined;

function listIn(entry: unknown, name: string): readonly unknown[] {
  const list = fieldIn(entry, name);
  return Array.isArray(list) ? list : [];
}

function nameIn(entry: unknown): string {
  const service = fieldIn(entry, 'service');
  return typeof service === 'string' && service !== '' ? ` ${service}` : '';
}

/** Names of fields only: the library's own messages quote what stood in them. */
function fieldsOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return [...new Set(issues.map((issue) => v.getDotPath(issue) ?? '(whole)'))].join(', ');
}
