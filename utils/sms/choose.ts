/** Which candidate is the code: the one that is named so, or stands nearest to such a name, and is not named as something else. */
import type { Candidate } from './candidates.ts';
import { COUNTER_AFTER, isFiller, type Label, labelsIn, speaksOfTrade, UNIT_AFTER } from './labels.ts';

const ENOUGH = 14;
// Behind a number a currency is that number's own: "5000 RUB: 902144".
const CURRENCY_BEFORE =
  /(?<!\d\s?)(?:[$€£¥₩₽₹￥]|(?<!\p{L})(?:usd|eur|gbp|cny|rmb|jpy|krw|hkd|twd|inr|rub|aed|sar|egp|rs\.?|nt\$?|hk\$?|us\$?|vnd|idr|rp\.?|myr|rm|sgd|chf|mxn|cop|brl|r\$)|人民币|人民幣|新台币|新台幣|港币|港幣)\s*[:：]?\s*$/u;
/** "code 123456 to confirm your transfer": what a code is for, also where a message speaks of parcels and prices. */
const FOR_PROOF =
  /^[\s"'”),-]*(?:to|for|para|pour|per|um|zur|zum|для|za|do)\s(?:[\p{L}'’]+\s){0,3}?(?:confirm|verif|autori|authori|sign|log ?in|login|acced|accede|valid|valider|bestatig|подтвер|вход|авториз|potwierdz|firmar|pag|payment|paiement)/u;
/** The passcode of a call is shared with all who join: it proves nobody. */
const INVITATION =
  /meeting id|meeting number|会议号|會議號|会议id|ミーティングid|회의 ?id|id de reunion|meeting-id/u;
/** After these comes whom to call or text, or when. */
const REACHED_BY =
  /(?<!\p{L})(?:from|to|at|call|dial|since|unter|an|ab|seit|au|desde|по|на|тел|علي|من|الي)[\s.:]*$/u;
const DATE_BEFORE = /\d\s?[年月:/.-]\s?$/u;
/** "Use 123456 to sign in", with no word for a code at all. */
const TO_SIGN_IN =
  /^[\s"'”)\],]*(?:to (?:verify|confirm|log ?in|sign ?in|login|continue|complete|reset|activate|access|authenticate|finish|register|approve)|(?:is|as) your (?!order|booking|ticket|reference|tracking|pickup|table|queue|room)[\p{L}\d ]{0,24}(?:verification|security|login|log-in|sign-in|confirmation|password reset|authentication|one-time)|pour (?:verifier|confirmer|vous connecter)|para (?:verificar|confirmar|iniciar|ingresar|acceder)|um (?:ihr|dein|dich|sich|die anmeldung)|(?:чтобы|для)\s(?:подтвер|вход|войти|авториз|регистр|заверш)|ل(?:تسجيل الدخول|تاكيد|تفعيل|لدخول|اتمام)|用于登录|用于验证|以登入|で(?:ログイン|認証))/u;
const ENTERED =
  /(?:输入|輸入|填写|請輸入|enter|use|type in|geben sie|saisissez|entrez|ingrese|ingresa|introduzca|introduce|usa|use el|verwenden? sie|verwende|nutzen sie|nutze|utilisez|utiliza|utilice|используйте|استخدم|введите|ввод|أدخل|ادخل|入力|입력)[\s:："'「『【“]*$/u;

/** @param text folded. @returns null when none is one. */
export function chooseCode(candidates: readonly Candidate[], text: string): Candidate | null {
  if (INVITATION.test(text)) return null;
  const labels = labelsIn(text);
  const isTrade = speaksOfTrade(text) && !labels.some(({ sort, isWarning }) => sort === 'code' && !isWarning);
  let best: { candidate: Candidate; score: number } | null = null;
  for (const candidate of candidates) {
    const score = scoreOf(candidate, candidates, labels, text, isTrade);
    if (score >= ENOUGH && (best === null || score > best.score)) best = { candidate, score };
  }
  return best?.candidate ?? null;
}

function scoreOf(
  candidate: Candidate,
  candidates: readonly Candidate[],
  labels: readonly Label[],
  text: string,
  isTrade: boolean,
): number {
  const { start, end, code, form } = candidate;
  const before = text.slice(0, start);
  const after = text.slice(end);
  const nearest = nameBefore(labels, text, start) ?? nameAfter(labels, text, end);
  const named = nearest && (codeForIt(labels, text, nearest) ?? nearest);
  if (named?.sort === 'other' && !isConfirmedWith(named, before)) return 0;
  const isNamed =
    named?.sort === 'code' || (named?.sort === 'general' && (!isTrade || FOR_PROOF.test(after)));
  if (UNIT_AFTER.test(after) || CURRENCY_BEFORE.test(before)) return 0;
  if (!isNamed && (COUNTER_AFTER.test(after) || DATE_BEFORE.test(before) || REACHED_BY.test(before)))
    return 0;
  if (/^ to \d{4,6}\b/u.test(after)) return 0;
  if (/\b(?:text|reply|send|sms|stop|help|yes)\b[^.\n]{0,30}\bto $/u.test(before)) return 0;
  if (form === 'letters') return isNamed && /[:：]|\bis\b|为|為|是/u.test(before.slice(-6)) ? 60 : 0;
  const base = isNamed
    ? named.sort === 'code'
      ? 100
      : 90
    : distanceScore(candidate, candidates, labels, text, isTrade);
  const askedFor = Math.max(base, isTrade ? 0 : askedScore(before, after));
  // Forms that are mostly something else have to be named.
  const isYear = /^(?:19|20)\d\d$/.test(code);
  const isSetOff = /(?:[:：]\s*["“'「]?|[「『])$/u.test(before) && askedFor >= 40;
  const isLong = code.length > 8 || (form === 'mixed' && !isNamed && !isSetOff);
  if (askedFor < 90 && (isYear || isLong)) return 0;
  return askedFor === 0 ? 0 : askedFor + usualForm(candidate);
}

/** Six digits are most usual; of two that are named alike the more usual form is the code. */
function usualForm({ code, form, prefix }: Candidate): number {
  return (
    (code.length === 6 ? 6 : code.length <= 5 ? 3 : 1) + (form === 'mixed' ? -4 : 0) + (prefix === '' ? 0 : 2)
  );
}

/** What a code is for is no name of a number: "your code to bind this phone is 123456". */
const OF_ACCOUNT = /^\s(?:de|of|von|del|di|da)\s(?:\p{L}+\s)?(?:compte|cuenta|account|konto|conta|conto)$/u;
const FOR_WHAT = /^\s(?:to|for|zum|zur|fur|pour|para|per|для)\s[^.\n,:;。，：；]{0,48}$/u;

function codeForIt(labels: readonly Label[], text: string, named: Label): Label | null {
  if (named.sort !== 'other') return null;
  const code = labels.filter(({ sort, end }) => sort !== 'other' && end <= named.start).at(-1);
  if (code === undefined || code.isWarning) return null;
  const isSaid =
    FOR_WHAT.test(text.slice(code.end, named.start)) || OF_ACCOUNT.test(text.slice(code.end, named.end));
  return isSaid ? code : null;
}

/** The last name before it with nothing but filling between. */
function nameBefore(labels: readonly Label[], text: string, start: number): Label | null {
  const last = labels.filter(({ end }) => end <= start).at(-1);
  return last && isFiller(text.slice(last.end, start)) ? last : null;
}

/** `123456 is your code`, `123456（验证码）`. */
function nameAfter(labels: readonly Label[], text: string, end: number): Label | null {
  const next = labels.find(({ start }) => start >= end);
  if (!next || next.isWarning || /\n/.test(text.slice(end, next.start))) return null;
  const gap = text.slice(end, next.start);
  // What is named behind a comma is another thing.
  return gap.length <= 24 && isFiller(gap) && !/[:：]\s*$/.test(gap) ? next : null;
}

/** "Confirm your phone with …", "Bestätigen Sie Ihre Nummer: …". */
const CONFIRM_WITH =
  /(?:(?:verify|confirm)[^.\n]{0,40}(?:with|using|:)|bestatigen sie[^.\n]{0,40}(?:mit|:)|confirmez[^.\n]{0,40}(?:avec|:)|confirm[ae][^.\n]{0,40}(?:con|:)|подтвердите[^.\n]{0,40}:)[^.\n\d]{0,14}$/u;

/** "Confirm your phone number with 123456": what is confirmed is the number named, and not the one that stands there. */
const CONFIRMED =
  /(?:nummer|phone|number|telefon\p{L}*|telephone|telefono|numero|e-?mail|konto|account|compte|cuenta) (?:mit|with|avec|con) $/u;
const isConfirmedWith = (named: Label, before: string) =>
  CONFIRM_WITH.test(before) && CONFIRMED.test(before.slice(Math.max(0, named.start - 12)));

/** "Enter the number below", and below it a line of its own. */
const ENTER_BELOW =
  /아래[^\n]{0,8}번호|(?:下記|以下|次)の(?:番号|数字|コード)|(?:以下|下面|下方|下列)(?:的)?(?:数字|數字|号码|號碼)|(?:number|digits) below|folgende(?:n)? (?:zahl|ziffern|nummer)|(?:numero|chiffres) (?:ci-dessous|suivant)|siguiente (?:numero|cifra)|следующ\p{L}+ (?:цифр|числ|номер)|الرقم التالي/u;
const isBelow = (before: string, after: string) =>
  /\n\s*$/u.test(before) && /^\s*(?:\n|$)/u.test(after) && ENTER_BELOW.test(before);

/** "「123456」を入力してください", where the message speaks of signing in or of proving who one is. */
const isQuoted = (before: string, after: string) =>
  /[「『【"“]$/u.test(before) &&
  /^[」』】"”]を[^。\n]{0,14}入力/u.test(after) &&
  /本人確認|認証|ログイン|登録/u.test(before + after);

function askedScore(before: string, after: string): number {
  if (TO_SIGN_IN.test(after) || CONFIRM_WITH.test(before)) return 62;
  if (isBelow(before, after) || isQuoted(before, after)) return 46;
  return ENTERED.test(before) &&
    /登录|登錄|登入|验证|驗證|verif|log ?in|sign ?in|auth|connex|iniciar|вход|دخول/u.test(before + after)
    ? 40
    : 0;
}

function distanceScore(
  { start, end }: Candidate,
  candidates: readonly Candidate[],
  labels: readonly Label[],
  text: string,
  isTrade: boolean,
): number {
  let best = 0;
  for (const label of labels) {
    if (label.sort === 'other' || (label.sort === 'general' && isTrade)) continue;
    const isBefore = label.end <= start;
    const gap = isBefore ? text.slice(label.end, start) : text.slice(end, label.start);
    if (gap.length > 160) continue;
    const from = Math.min(label.start, start);
    const to = Math.max(label.end, end);
    const between = candidates.filter(
      (one) => one.start > from && one.end < to && one.start !== start,
    ).length;
    const stops = (gap.match(/[。!！\n]|\.\s|[;；]/gu) ?? []).length;
    const near =
      (isBefore ? 66 : 58) - gap.length / 3 - 16 * between - 14 * stops - (label.sort === 'general' ? 12 : 0);
    const score = label.isWarning ? warnedScore(text, start, end) : near;
    best = Math.max(best, score);
  }
  return best;
}

/** Only warnings speak of a code: the number is one when it stands alone in its sentence, maybe behind the sender's name. */
function warnedScore(text: string, start: number, end: number): number {
  const sentence =
    text
      .slice(0, start)
      .split(/[。!！\n]|\.\s/u)
      .at(-1) ?? '';
  const rest = (text.slice(end).split(/[。!！\n,，;；]|\.(?:\s|$)/u)[0] ?? '').trim();
  const words = sentence
    .replaceAll(/[【[(（][^】\])）]{1,24}[】\])）]/gu, '')
    .replaceAll(/[\s:：<>#-]+/gu, ' ')
    .trim();
  return rest.length <= 12 && words.length <= 16 && !/\d/.test(words + rest) ? 34 : 0;
}
