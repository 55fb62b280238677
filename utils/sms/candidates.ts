/** The numbers and mixed words of a message that could be a code by their form alone. */
export interface Candidate {
  /** Without dashes and spaces, without a sender's prefix. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** `G` of `G-123456`. */
  readonly prefix: string;
  readonly form: 'digits' | 'mixed' | 'letters';
}

const LEAST = 4;
const MOST = 10;

/** Letters and digits, held together by what holds dates, times, amounts and masks together. */
const RUN = /[A-Za-z0-9*]+(?:(?:(?<=\d)[.,:/](?=\d)|[-*_])[A-Za-z0-9*]+)*/g;

/** @param text plain, not folded: of mixed codes only the message knows the case. */
export function candidatesIn(text: string): Candidate[] {
  const readable = withoutAddresses(text);
  const groups = [...readable.matchAll(GROUPS)];
  const found = groups.flatMap(spaced);
  const isTaken = (at: number) =>
    groups.some(({ index, 0: run }) => at >= index && at < index + run.length && isOneNumber(run));
  for (const { index, 0: run } of readable.matchAll(RUN)) {
    if (!isTaken(index)) found.push(...fromRun(run, index));
  }
  return found.filter(({ start }) => readable[start - 1] !== '+').sort((a, b) => a.start - b.start);
}

/** Links, mail addresses and the hash by which Android finds an app's message (11 signs at the very end). */
function withoutAddresses(text: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  return text
    .replaceAll(/(?:https?:\/\/|www\.)[^\s，。；、）】」]+/giu, blank)
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.]+/g, blank)
    .replaceAll(
      /(?<![\w.])(?:[a-z0-9-]+\.)+(?:com|cn|net|org|io|co|me|app|ru|de|fr|es|jp|kr|tw|hk|cc|link|ly|gl|top|xyz|vip|info|bank|shop|club|site|online|live|eu|uk|us|in|be|im|to|sa|ae)(?:\/[^\s，。；、）】」]*)?(?![\w])/giu,
      blank,
    )
    .replace(/(?<=\s)[A-Za-z0-9+/]{11}\s*$/, (part) =>
      /[a-z]/.test(part) && /[A-Z+/]|\d/.test(part) ? blank(part) : part,
    );
}

/** Groups of digits with single spaces between, and no more digits beside them. */
const GROUPS = /(?<![\w*+]|\d[.,:/ -])\d+(?: \d+)+(?![\w*]|[.,:/-]\d| \d)/g;

/** `123 456`, `12 34 56`, `1 2 3 4 5 6`: groups of one length. */
function spaced({ index, 0: run }: RegExpExecArray): Candidate[] {
  const code = run.replaceAll(' ', '');
  if (!isEven(run) || code.length < LEAST || code.length > MOST) return [];
  return [{ code, start: index, end: index + run.length, prefix: '', form: 'digits' }];
}

function isEven(run: string): boolean {
  const groups = run.split(' ');
  const [{ length }] = groups as [string];
  if (groups.some((group) => group.length !== length)) return false;
  return length === 1 ? groups.length >= LEAST : length <= 4 && groups.length <= 3;
}

/** A code in groups, a telephone number, a card's: no group of it is a number of its own. `4829 15` may be two. */
function isOneNumber(run: string): boolean {
  const lengths = run.split(' ').map(({ length }) => length);
  if (isEven(run)) return true;
  return (
    lengths.every((length) => length >= (lengths.length > 3 ? 2 : 3)) &&
    (lengths.length > 2 || run.length === 8)
  );
}

function fromRun(run: string, at: number): Candidate[] {
  const make = (code: string, form: Candidate['form'], from = 0, prefix = ''): Candidate[] =>
    code.length < LEAST || code.length > MOST
      ? []
      : [{ code, form, prefix, start: at + from, end: at + from + codeLength(run, from) }];
  if (/^\d+$/.test(run)) return make(run, 'digits');
  // `123456,10` and `123456.10`: a clause ends and a number begins. A decimal has no six digits before it in a text message.
  const clause = /^(\d{4,8})[.,](\d{1,2})$/.exec(run);
  if (clause)
    return make(clause[1] ?? '', 'digits').map((one) => ({ ...one, end: at + (clause[1]?.length ?? 0) }));
  if (/[*.,:/_]/.test(run)) return [];
  const prefixed = /^([A-Z]{1,3})-(\d{4,8})$/.exec(run);
  if (prefixed) {
    const [, prefix = '', digits = ''] = prefixed;
    return make(digits, 'digits', 0, prefix);
  }
  const named = /^([A-Za-z]{2,})-?(\d[\d-]*)$/.exec(run);
  // `OTP-123456`, `code123456`: a word and its number.
  if (named && /^(?:otp|code|pin|tan|vcode|passcode|kod|kode)$/i.test(named[1] ?? '')) {
    return fromRun(named[2] ?? '', at + run.length - (named[2]?.length ?? 0));
  }
  const groups = run.split('-');
  const isSpelled = groups.length >= LEAST && /^\d(?:-\d)+$/.test(run);
  const areEven =
    isSpelled || (groups.every(({ length }) => length === groups[0]?.length) && (groups[0]?.length ?? 0) > 1);
  const joined = groups.join('');
  if (/^\d[\d-]*\d$/.test(run)) return areEven ? make(joined, 'digits') : [];
  const tail = /^(\d{4,8})-[A-Za-z]/.exec(run);
  if (tail) return make(tail[1] ?? '', 'digits').map((one) => ({ ...one, end: at + (tail[1]?.length ?? 0) }));
  if (groups.length > 1 && !areEven) return [];
  const isMixed = /\d/.test(joined) && /[A-Za-z]/.test(joined);
  if (isMixed) return make(joined, 'mixed');
  return /^[A-Z]+$/.test(joined) ? make(joined, 'letters') : [];
}

/** All of the run but what stands before. */
const codeLength = (run: string, from: number) => run.length - from;
