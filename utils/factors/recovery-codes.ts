/**
 * A list of recovery codes as services hand it out: pasted, or from the text of a file. Numbers, bullets, columns, marks of use
 * and the prose around it are told from codes; dates, addresses and sentences are never taken for one.
 */
export interface ReadRecoveryCode {
  /** Without the spaces it was grouped by; dashes stay, because some services ask for them. */
  readonly text: string;
  readonly isUsed: boolean;
}

interface Candidate extends ReadRecoveryCode {
  /** Lengths of its groups: codes of one list look alike. */
  readonly shape: string;
  /** Has what prose has not: digits, or many groups. Only these say what a code of this list looks like. */
  readonly isStrong: boolean;
}

const USED =
  /[✓✔✗✘☑☒❌✅]|\[x\]|~~|(?<!un|not |n't |non |no |nicht )\b(?:already )?(?:used|redeemed|spent|verwendet|benutzt|utilis[ée]e?|usado|использован\S*)\b|(?<!未)(?:已使用|已用|使用済み?|사용됨|사용 ?완료)|已經使用|(?<!غير )مستخدم/giu;
const UNUSED =
  /\((?:unused|not used|available|未使用|可用)\)|\b(?:unused|not used|available|unbenutzt)\b|未使用|可用|미사용/giu;
/** Before a code on its line: `1.`, `(2)`, `③`, `-`, `•`, `[ ]`, `Code 4:`, `恢复码 5：`. */
const LEAD =
  /^(?:[\s>*•·‣▪◦●○■□☐–—-]+|\[[ ]?\]|\(?\d{1,2}[.):、．）]\s*|[①-⑳]|#\d{1,2}\s|[^:：\d]{0,40}?(?:codes?|keys?|码|碼|代码|代碼|コード|코드) ?\d{0,2} ?[:：]\s*|code \d{1,2} )/iu;
const NUMBER_WITHOUT_DOT = /^\d{1,2}\s+(?=\d{4}\s\d{4}$|[A-Za-z0-9][A-Za-z0-9-]{5,}$)/;
const COLUMNS = /\t+|\s{2,}|\s*[|,;，；、]\s*|\s+(?=\(?\d{1,2}[.)]\s)/;
const DATE =
  /^(?:19|20)\d\d[-–/. ]?(?:0?[1-9]|1[0-2])[-–/. ]?(?:0?[1-9]|[12]\d|3[01])$|^\d{1,2}-\d{1,2}-(?:19|20)\d\d$/;
const MOST_CODES = 100;

/** @returns at most 100 codes in the order of the list, each once; none when nothing in it looks like such a list. */
export function readRecoveryCodes(text: string): ReadRecoveryCode[] {
  const lines = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .split(/\r\n|\r|\n/);
  const found = lines.flatMap(candidatesOf);
  const shapes = new Map<string, number>();
  for (const { shape, isStrong } of found) {
    if (isStrong) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  // One look for all: a list is what its most frequent shape says, and the stray number beside it is none.
  const [usual] = [...shapes].sort(([, a], [, b]) => b - a)[0] ?? [];
  const seen = new Map<string, ReadRecoveryCode>();
  for (const { text: code, shape, isUsed } of found) {
    if (shape !== usual) continue;
    const key = code.replaceAll('-', '').toLowerCase();
    seen.set(key, { text: seen.get(key)?.text ?? code, isUsed: isUsed || (seen.get(key)?.isUsed ?? false) });
  }
  return [...seen.values()].slice(0, MOST_CODES);
}

function candidatesOf(line: string): Candidate[] {
  const isWholeUsed = /^\s*~~.*~~\s*$/.test(line);
  const candidates: Candidate[] = [];
  for (const cell of line.replaceAll(UNUSED, ' ').split(COLUMNS)) {
    const plain = cell
      .replaceAll(USED, ' ')
      .replaceAll(/\(\s*\)/g, ' ')
      .trim();
    const isUsed = isWholeUsed || plain !== cell.replaceAll(/\(\s*\)/g, ' ').trim();
    const last = candidates.at(-1);
    // A mark in a column of its own belongs to the code before it.
    if (plain === '' && isUsed && last) candidates[candidates.length - 1] = { ...last, isUsed: true };
    else candidates.push(...codesIn(withoutLead(plain)).map((code) => ({ ...code, isUsed })));
  }
  return candidates;
}

function withoutLead(cell: string): string {
  let rest = cell;
  for (let n = 0; n < 3; n++) {
    const shorter = rest.replace(LEAD, '').trim();
    // `12-3456` is no item 12.
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest.replace(NUMBER_WITHOUT_DOT, '').replace(/[.。*]$/, '');
}

/** One code in a cell, its groups parted by dashes or spaces; or several long ones side by side. */
function codesIn(cell: string): Omit<Candidate, 'isUsed'>[] {
  if (!/^[A-Za-z0-9][A-Za-z0-9 –-]{4,90}$/.test(cell) || DATE.test(cell)) return [];
  const words = cell.split(/\s+/);
  if (words.length === 1) return oneCode(cell.replaceAll('–', '-'), cell.split(/[–-]/));
  const lengths = new Set(words.map(({ length }) => length));
  if (lengths.size > 1) return [];
  const [length = 0] = lengths;
  const areDigits = /^[\d ]+$/.test(cell);
  // Two columns of eight digits lost the second space between them.
  if (areDigits && length === 4 && words.length % 2 === 0 && words.length > 2) {
    return words.flatMap((word, at) => (at % 2 === 0 ? oneCode(word + words[at + 1], [word, word]) : []));
  }
  if (length >= 6) return words.flatMap((word) => oneCode(word, word.split(/[–-]/)));
  return /\d/.test(cell) || words.length === 2 ? oneCode(words.join(''), words) : [];
}

function oneCode(text: string, groups: readonly string[]): Omit<Candidate, 'isUsed'>[] {
  const letters = text.replaceAll('-', '');
  if (letters.length < 6 || letters.length > 80 || groups.some((group) => group.length < 2)) return [];
  const isMixed = /\d/.test(letters) && /[A-Za-z]/.test(letters);
  const isNumber = /^\d+$/.test(letters);
  const isKey = groups.length >= 4 && /^[A-Z0-9-]+$/.test(text);
  // A price in thousands, a year span, a short stray number: six digits only count in company, which the shape decides.
  const isStrong = isMixed ? /\d.*\d|^[A-Z]\d/.test(letters) || groups.length > 1 : isNumber || isKey;
  return [{ text, shape: groups.map(({ length }) => length).join('-'), isStrong }];
}
