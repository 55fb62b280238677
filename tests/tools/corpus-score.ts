/** How findings are compared with labels: units, false hits and the figures made of them. Pure. */
import { ASKED_SCORE, type Channel, OFFER_SCORE } from '../../utils/autofill/field.ts';

export interface Entry {
  readonly file: string;
  readonly label: string[];
  readonly optional: string[];
  readonly must_not: string[];
  readonly kind: string;
  /** How the page says that its code comes: `totp`, `sms` or `email`; empty or `any` where it does not say. */
  readonly channel: string;
  readonly lang: string;
  readonly origin: string;
  readonly note: string;
}

export interface Found {
  readonly score: number;
  readonly shape: string;
  readonly channel: Channel;
  readonly reasons: readonly string[];
  /** Which of the visible labels it covers. */
  readonly labels: readonly number[];
  /** It covers an optional field, or a labelled one that was not to be scored. */
  readonly excused: boolean;
  readonly forbidden: boolean;
  readonly names: readonly string[];
}

export interface Seen {
  readonly tookMs: number;
  readonly labels: readonly { readonly top: number }[];
  readonly found: readonly Found[];
}

interface Unit {
  readonly score: number;
  /** What the detector took the page to say of the code's way; empty too where the field was not found. */
  readonly channel: Channel;
  /** Every box of it was found. */
  readonly full: boolean;
}

export interface PageResult {
  readonly entry: Entry;
  readonly groups: readonly string[];
  readonly units: readonly Unit[];
  readonly falseHits: readonly { readonly score: number; readonly recovery: boolean }[];
  readonly tookMs: number;
  readonly lines: readonly string[];
  /** Found, but not surely enough to be offered; or found with the wrong channel. */
  readonly weak: readonly string[];
}

const CHANNELS: Readonly<Record<string, Channel>> = { totp: 'app', sms: 'sms', email: 'email' };
const RECOVERY = /recovery|backup|scratch|emergency/i;

/** One field is a unit; so is one line of boxes. Two lines of boxes are two units only when one alone could hold a code. */
function unitsOf(entry: Entry, seen: Seen): number[][] {
  const places = seen.labels.map((_, place) => place);
  if (entry.kind !== 'split') return places.map((place) => [place]);
  if (places.length <= 10) return places.length === 0 ? [] : [places];
  const lines = new Map<number, number[]>();
  for (const place of places) {
    const line = Math.round((seen.labels[place]?.top ?? 0) / 10);
    lines.set(line, [...(lines.get(line) ?? []), place]);
  }
  return [...lines.values()];
}

function groupsOf(entry: Entry): string[] {
  const groups = [entry.origin];
  if (entry.kind === 'split') groups.push('split');
  if (entry.lang !== '' && !/^en/.test(entry.lang)) groups.push('non-English');
  return groups;
}

export function judgePage(entry: Entry, frames: readonly Seen[]): PageResult {
  const units: Unit[] = [];
  const falseHits: { score: number; recovery: boolean }[] = [];
  const lines: string[] = [];
  const weak: string[] = [];
  for (const seen of frames) {
    for (const unit of unitsOf(entry, seen)) {
      const hits = seen.found.filter(({ labels }) => labels.some((label) => unit.includes(label)));
      const covered = new Set(
        hits.filter(({ score }) => score >= ASKED_SCORE).flatMap(({ labels }) => labels),
      );
      const score = Math.max(0, ...hits.map((hit) => hit.score));
      const full = unit.every((label) => covered.has(label));
      const channel = score < ASKED_SCORE ? '' : (hits[0]?.channel ?? '');
      units.push({ score, full, channel });
      const why = `${score}: ${hits[0]?.reasons.join(', ') ?? 'nothing found'}`;
      if (score < ASKED_SCORE) lines.push(`miss    ${entry.file} (${why})`);
      else if (!full) lines.push(`partial ${entry.file} ${covered.size} of ${unit.length}`);
      if (score >= ASKED_SCORE && score < OFFER_SCORE) weak.push(`weak    ${entry.file} (${why})`);
      const said = CHANNELS[entry.channel];
      if (said !== undefined && score >= ASKED_SCORE && channel !== said)
        weak.push(`channel ${entry.file} is ${said}, taken for ${channel || 'unsaid'}`);
    }
    for (const { score, labels, excused, forbidden, names, reasons } of seen.found) {
      if (labels.length > 0 || (excused && !forbidden) || score < ASKED_SCORE) continue;
      const recovery =
        (forbidden && RECOVERY.test(names.join(' '))) || RECOVERY.test(`${entry.file} ${entry.note}`);
      falseHits.push({ score, recovery });
      lines.push(`false   ${entry.file} ${names.join(' ')} (${score}: ${reasons.join(', ')})`);
    }
  }
  const tookMs = frames.reduce((total, seen) => total + seen.tookMs, 0);
  return { entry, groups: groupsOf(entry), units, falseHits, tookMs, lines, weak };
}

const ratio = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1e4) / 1e4);

function figures(results: readonly PageResult[], least: number) {
  const units = results.flatMap((result) => result.units);
  const hits = units.filter(({ score }) => score >= least).length;
  const wrong = results.flatMap(({ falseHits }) => falseHits).filter(({ score }) => score >= least);
  const recall = ratio(hits, units.length);
  const precision = ratio(hits, hits + wrong.length);
  return {
    units: units.length,
    recall,
    full: ratio(units.filter(({ score, full }) => score >= least && full).length, units.length),
    precision,
    f1: ratio(2 * recall * precision, recall + precision),
    wrong,
  };
}

/** Of the fields that were found on pages that say how their code comes. */
function channelFigures(results: readonly PageResult[]) {
  const said = results.flatMap(({ entry, units }) => {
    const channel = CHANNELS[entry.channel];
    const found = units.filter(({ score }) => score >= ASKED_SCORE);
    return channel === undefined ? [] : found.map((unit) => ({ channel, taken: unit.channel }));
  });
  const right = said.filter(({ channel, taken }) => channel === taken).length;
  const sent = (channel: Channel) => channel === 'sms' || channel === 'email';
  return {
    said: said.length,
    accuracy: ratio(right, said.length),
    appTakenForSent: said.filter(({ channel, taken }) => channel === 'app' && sent(taken)).length,
    sentTakenForApp: said.filter(({ channel, taken }) => sent(channel) && taken === 'app').length,
  };
}

export function sumUp(results: readonly PageResult[], asked: number, offer: number) {
  const groups = [...new Set(results.flatMap((result) => result.groups))].sort();
  const table = groups.map((group) => {
    const { units, recall, full, precision, wrong } = figures(
      results.filter((result) => result.groups.includes(group)),
      asked,
    );
    const head = `${group.padEnd(14)} units ${String(units).padStart(4)}`;
    return `${head}  recall ${recall}  full ${full}  precision ${precision}  false ${wrong.length}`;
  });
  const times = results.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  table.push(`time per page  median ${at(0.5)} ms  95 % ${at(0.95)} ms`);
  const { units, recall, full, precision, f1, wrong } = figures(results, asked);
  const offered = figures(results, offer);
  const negatives = results.filter(({ entry }) => entry.label.length === 0);
  const negativePagesHit = negatives.filter(({ falseHits }) => falseHits.length > 0).length;
  const summary = {
    units,
    recall,
    full,
    precision,
    f1,
    negativePages: negatives.length,
    negativePagesHit,
    recoveryHit: wrong.filter(({ recovery }) => recovery).length,
    offer: { recall: offered.recall, precision: offered.precision },
    channel: channelFigures(results),
  };
  return { table, summary };
}
