/** Compares what an importer read with what a manifest of real exports expects, in the manifest's own terms. */
import type { FaultCode } from '../../utils/fault.ts';
import type { ImportEntry } from '../../utils/importers/importer.ts';
import type { ReadImport } from '../../utils/importers/read-file.ts';

/** One account as the manifest writes it. */
export interface ExpectedEntry {
  readonly type: string;
  readonly issuer: string;
  readonly name: string;
  readonly secret: string;
  readonly algorithm: string;
  readonly digits: number;
  readonly period?: number;
  readonly counter?: number;
  readonly pin?: string;
  /** Other names for the same account in the same file. */
  readonly service?: string;
  readonly item?: string;
  readonly keepass_title?: string;
  readonly keepass_user?: string;
  readonly display_name?: string;
}

export interface ManifestFile {
  readonly file: string;
  readonly app: string;
  readonly format: string;
  readonly encrypted: boolean;
  readonly password?: string | null;
  readonly companion?: string;
  readonly expected?: readonly ExpectedEntry[];
  /** Where a table in the file says less than the picture beside it: both are right. */
  readonly expected_from_inline_qr?: readonly ExpectedEntry[];
  readonly expect_error?: boolean;
}

export type Outcome = 'exact' | 'refused' | 'differing' | 'unexpected';

export interface FileResult {
  readonly file: string;
  readonly app: string;
  readonly outcome: Outcome;
  /** Why it is not exact; no secrets. */
  readonly lines: readonly string[];
}

export function judgeFile(entry: ManifestFile, read: ReadImport | FaultCode): FileResult {
  const { file, app } = entry;
  const result = (outcome: Outcome, lines: readonly string[] = []) => ({ file, app, outcome, lines });
  const expected = entry.expected ?? [];
  if (typeof read === 'string') {
    const isDue = expected.length === 0 && read !== 'import/wrong-passphrase';
    return isDue ? result('refused', [read]) : result('unexpected', [`refused: ${read}`]);
  }
  if (entry.expect_error) return result('unexpected', [`read by ${read.importer}`]);
  const lists = [expected, ...(entry.expected_from_inline_qr ? [entry.expected_from_inline_qr] : [])];
  const differences = lists.map((list) => differencesBetween(list, read, app));
  const least = differences.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return least.length === 0 ? result('exact') : result('differing', [`read by ${read.importer}`, ...least]);
}

function differencesBetween(expected: readonly ExpectedEntry[], read: ReadImport, app: string): string[] {
  const left = read.entries.filter(({ otp }) => otp !== null);
  const missing: ExpectedEntry[] = [];
  for (const wanted of expected) {
    const at = left.findIndex((entry) => isSame(wanted, entry, app));
    if (at === -1) missing.push(wanted);
    else left.splice(at, 1);
  }
  // What no rule can compute a code from has to be among what was skipped.
  const impossible = missing.filter(isImpossible);
  const lines = missing
    .filter((wanted) => !isImpossible(wanted) || read.skipped.length < impossible.length)
    .map((wanted) => `missing ${shown(wanted)}`);
  return [
    ...lines,
    // What lay in the other app's trash comes along marked as such.
    ...left.filter(({ trashed }) => !trashed).map((entry) => `besides ${shownEntry(entry)}`),
    ...(lines.length > 0 ? read.skipped.map((skipped) => `skipped ${skipped.where}: ${skipped.why}`) : []),
  ];
}

/** Hashes long enough to truncate (RFC 4226 §5.3), which those codes are made of. */
const HASHES = new Set(['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512']);

function isImpossible({ type, secret, algorithm, digits, period }: ExpectedEntry): boolean {
  if (type === 'motp') return false;
  if (!/^[A-Z2-7]+$/.test(cleanSecret(secret))) return true;
  if (FIXED.has(type)) return false;
  return digits < 1 || (type === 'totp' && (period ?? 30) < 1) || !HASHES.has(algorithm.toUpperCase());
}

/** Kinds whose rule fixes everything but the secret: what a file writes there means nothing. */
const FIXED = new Set(['steam', 'motp', 'yandex']);
/** FreeOTP's own counters are one behind, and importers differ in whether they mend it. */
const COUNTERS_LAG = new Set(['freeotp', 'freeotp-plus']);

function isSame(wanted: ExpectedEntry, { service, login, otp, extra }: ImportEntry, app: string): boolean {
  if (otp === null) return false;
  const kind = otp.kind === 'battlenet' ? 'totp' : otp.kind;
  if (kind !== wanted.type || otp.secretBase32 !== cleanSecret(wanted.secret)) return false;
  if (!namesFit(wanted, service, login, extra)) return false;
  if (FIXED.has(kind)) return wanted.pin === undefined || otp.pin === wanted.pin;
  if (otp.hash !== wanted.algorithm.toUpperCase() || otp.digits !== wanted.digits) return false;
  if (kind === 'totp') return otp.periodSeconds === wanted.period;
  const counter = wanted.counter ?? 0;
  return otp.counter === counter || (COUNTERS_LAG.has(app) && Math.abs((otp.counter ?? 0) - counter) === 1);
}

const cleanSecret = (secret: string) => secret.toUpperCase().replaceAll(/[\s=-]/g, '');

/** The label of an address holds both names; a file that names no service may be told by its item's title. */
function namesFit(
  wanted: ExpectedEntry,
  service: string,
  login: string,
  extra: ImportEntry['extra'],
): boolean {
  const issuer = wanted.issuer.trim();
  const services = [
    issuer,
    wanted.service,
    wanted.item,
    wanted.keepass_title,
    wanted.display_name,
    extra.issuer,
  ];
  const name = wanted.name.trim();
  const logins = [name, wanted.keepass_user, name.replace(/^:/, '')];
  const label = name.includes(':') ? name.slice(name.indexOf(':') + 1).trim() : name;
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')).trim() : '';
  const serviceFits =
    services.includes(service) ||
    (issuer === '' && (service === prefix || service === name || service === 'Steam')) ||
    (extra.issuer !== undefined && extra.issuer === issuer);
  const loginFits =
    logins.includes(login) ||
    ((prefix === issuer || prefix === service) && login === label) ||
    (login === '' && name === service);
  return serviceFits && loginFits;
}

const shown = ({ type, issuer, name, algorithm, digits, period, counter, pin }: ExpectedEntry) =>
  `${type} “${issuer}” “${name}” ${algorithm} ${digits} ${period ?? ''}${counter === undefined ? '' : `#${counter}`}${pin === undefined ? '' : ' pin'}`;

function shownEntry({ service, login, otp }: ImportEntry): string {
  const { kind, hash, digits, periodSeconds, counter, pin } = otp!;
  return shown({
    type: kind,
    issuer: service,
    name: login,
    secret: '',
    algorithm: hash,
    digits,
    period: periodSeconds!,
    counter: counter!,
    ...(pin === undefined ? {} : { pin: '' }),
  } as ExpectedEntry);
}

export interface Summary {
  readonly files: number;
  readonly exact: number;
  readonly refused: number;
  readonly differing: number;
  readonly unexpected: number;
}

export function sumUp(results: readonly FileResult[]): { table: string[]; summary: Summary } {
  const count = (list: readonly FileResult[]): Summary => ({
    files: list.length,
    exact: list.filter(({ outcome }) => outcome === 'exact').length,
    refused: list.filter(({ outcome }) => outcome === 'refused').length,
    differing: list.filter(({ outcome }) => outcome === 'differing').length,
    unexpected: list.filter(({ outcome }) => outcome === 'unexpected').length,
  });
  const apps = [...new Set(results.map(({ app }) => app))];
  const row = (name: string, { files, exact, refused, differing, unexpected }: Summary) =>
    `${name.padEnd(26)} ${[files, exact, refused, differing, unexpected].map((number) => String(number).padStart(10)).join(' ')}`;
  const head = `${''.padEnd(26)} ${['files', 'exact', 'refused', 'differing', 'unexpected'].map((word) => word.padStart(10)).join(' ')}`;
  const summary = count(results);
  const rows = apps.map((app) => row(app, count(results.filter((result) => result.app === app))));
  return { table: [head, ...rows, row('all', summary)], summary };
}
