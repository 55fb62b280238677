/**
 * The key that a set-up page shows as text for those who cannot scan. Found by its form and by the words around it; the person
 * compares the code before anything is saved, so a doubtful one may be offered, but a recovery code never.
 */
import { cleanBase32, isWholeBase32 } from '../encoding/base32.ts';

/** A piece of text of a page, and what stands around it. */
export interface ShownPiece {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const SHORTEST = 16;
const LONGEST = 128;
const MOST = 5;
/** Letters between two words of one phrase. */
const SAID_TOGETHER = 24;
/** Offered from here on. Words alone are not enough, and neither is a form that fits many things. */
const ENOUGH = 3;

const KEY_WORDS =
  /secret|set-?\s?up|manual|can.?t scan|unable to scan|enter (?:this|the) (?:key|code)|\bkey\b|authenticat|two.?(?:factor|step)|\b[2m]fa\b|\botp\b|密钥|密匙|秘钥|手动|手工|扫描|扫码|验证器|身份验证|两步|双重|キー|鍵|手動|키|비밀|schlüssel|clé|clave|chave|chiave|ключ/i;
const RECOVERY_WORDS =
  /recover|backup code|back-up code|emergency|scratch|single.?use|恢复码|恢复代码|备用码|备份码|备用验证码|应急|一次性|リカバリ|バックアップ|복구|wiederherstell|secours|recupera/i;

/** @returns the keys as they are written, the most likely first. */
export function shownSecrets(pieces: readonly ShownPiece[]): string[] {
  const found = new Map<string, { readonly text: string; readonly weight: number }>();
  for (const { text, ...around } of pieces) {
    for (const candidate of candidatesIn(text)) {
      const weight = weigh(candidate, around);
      const clean = cleanBase32(candidate);
      if (weight >= ENOUGH && weight > (found.get(clean)?.weight ?? 0))
        found.set(clean, { text: candidate, weight });
    }
  }
  return [...found.values()]
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST)
    .map(({ text }) => text);
}

/** In one run, or in groups of one length, as in `jbsw y3dp ehpk 3pxp`, perhaps behind a word. */
function candidatesIn(text: string): string[] {
  const whole = text.trim();
  const groups = whole.split(/[\s\u00a0-]+/);
  if (areGroups(groups)) return hasForm(whole) ? [whole] : [];
  const behindWord = groups.slice(1);
  if (areGroups(behindWord) && hasForm(behindWord.join(' '))) return [behindWord.join(' ')];
  return (whole.match(/(?<![\w/+=.-])[A-Za-z2-7]{16,128}={0,6}(?![\w/+.])/g) ?? []).filter(hasForm);
}

function areGroups(groups: readonly string[]): boolean {
  const [first = ''] = groups;
  // Of one or two letters only where they are as many as a key needs: in words they never are.
  const isGroup = first.length >= 3 ? groups.length > 1 : first.length * groups.length >= SHORTEST;
  return (
    isGroup &&
    first.length >= 1 &&
    first.length <= 8 &&
    groups.every(
      (group, at) =>
        group.length === first.length || (at === groups.length - 1 && group.length < first.length),
    )
  );
}

function hasForm(text: string): boolean {
  // One hand writes all of it large or small: mixed case is some other token.
  if (/[a-z]/.test(text) && /[A-Z]/.test(text)) return false;
  if (!/^[A-Za-z2-7\s\u00a0=-]+$/.test(text)) return false;
  const clean = cleanBase32(text);
  const isRich = new Set(clean).size >= 7;
  return isRich && clean.length >= SHORTEST && clean.length <= LONGEST && isWholeBase32(clean);
}

function weigh(text: string, { before, after }: Pick<ShownPiece, 'before' | 'after'>): number {
  const clean = cleanBase32(text);
  const digits = clean.replace(/[A-Z]/g, '').length;
  const isUsual = [16, 24, 26, 32, 40, 48, 52, 56, 64, 103].includes(clean.length);
  const key = lastPlace(KEY_WORDS, before);
  const isNamed = key >= 0 || KEY_WORDS.test(after);
  // "Recovery key" holds a word of each: what was said last counts, and what was said together is for recovery.
  const recovery = lastPlace(RECOVERY_WORDS, before);
  const isForRecovery = recovery >= 0 && recovery >= key - SAID_TOGETHER;
  // By chance a letter is one of the six digits in every fifth place: words of a language have none.
  return (digits > 0 ? 2 : -1) + (isUsual ? 1 : 0) + (isNamed ? 2 : 0) + (isForRecovery ? -3 : 0);
}

function lastPlace(words: RegExp, text: string): number {
  return [...text.matchAll(new RegExp(words.source, 'gi'))].at(-1)?.index ?? -1;
}
