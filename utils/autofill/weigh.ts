/** Adds up what speaks for and against a field. Weights and gates are reasons with numbers; each shows in the result. */
import type { Class, Facts } from './evidence.ts';
import type { FieldSnapshot, Verdict } from './field.ts';
import type { Row } from './rows.ts';

export interface Weighed {
  readonly score: number;
  readonly verdict: Verdict | null;
  readonly reasons: readonly string[];
}

const REFUSED = -100;
const OWN: Readonly<Record<Class, number>> = { sure: 6, likely: 4, weak: 2.5, none: 0 };

/** Field tokens of the HTML standard that mean "no field in particular". */
const OPEN_TOKENS = new Set([
  '',
  'on',
  'off',
  'one-time-code',
  'nope',
  'none',
  'false',
  'true',
  'no',
  'new-password',
  'current-password',
  'disabled',
  'otp',
  'code',
  'token',
  'null',
]);

/** Two ambiguous words are one ambiguous word. */
const AGREEMENT = 0.5;

type Say = (why: string, weight: number) => void;

export function weigh(field: FieldSnapshot, facts: Facts, row: Row | null): Weighed {
  const found: { why: string; weight: number }[] = [];
  const say: Say = (why, weight) => {
    if (weight !== 0) found.push({ why, weight });
  };
  const refusal = refusalOf(field, facts, row);
  if (refusal !== null) return { score: REFUSED, verdict: refusal, reasons: [refusal] };

  weighWords(facts, say);
  weighShape(field, facts, row, say);
  weighDoubts(field, facts, row, say);
  const sum = found.reduce((total, { weight }) => total + weight, 0);
  const cap = capOf(facts, row);
  const score = cap === null ? sum : Math.min(sum, cap.most);
  const reasons = found
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ why, weight }) => `${why} ${weight}`);
  const verdict = cap?.why ?? null;
  return {
    score,
    verdict,
    reasons: cap === null ? reasons : [...reasons, `at most ${cap.most}: ${cap.why}`],
  };
}

/** What no amount of evidence outweighs. */
function refusalOf(field: FieldSnapshot, facts: Facts, row: Row | null): Verdict | null {
  const asked = facts.autocomplete === 'one-time-code';
  if (facts.recovery) return 'recovery';
  if (!OPEN_TOKENS.has(facts.autocomplete) && !(row !== null && facts.autocomplete === 'tel'))
    return 'otherField';
  if (facts.autocomplete === 'new-password' && !facts.excused && facts.own !== 'sure') return 'newPassword';
  if (field.type === 'search' || facts.urlLike) return 'search';
  if (asked) return null;
  if (facts.aboutCodes) return 'otherTrade';
  if (facts.retype) return 'copy';
  if (facts.captcha && !facts.excused) return 'captcha';
  if (facts.ofAnother) return 'otherTrade';
  if (facts.other && !facts.excused) return 'otherTrade';
  if (facts.keyExample && !facts.excused) return 'key';
  if (facts.newSecret) return 'newSecret';
  if (field.type === 'password' && row === null && !passwordMayBeCode(facts)) return 'password';
  if (field.type === 'password' && facts.passwordNames && facts.password && facts.names !== 'sure')
    return 'password';
  if (row?.grid) return 'puzzle';
  return null;
}

function passwordMayBeCode(facts: Facts): boolean {
  if (facts.excused || facts.names === 'sure') return true;
  if (facts.own === 'sure' && !facts.staticSecret) return true;
  if (facts.password) return false;
  if (facts.staticSecret && !facts.context && !facts.sent) return false;
  return facts.own === 'likely' || facts.names === 'likely' || (facts.own === 'weak' && facts.context);
}

function weighWords(facts: Facts, say: Say): void {
  if (facts.autocomplete === 'one-time-code') say('autocomplete', 10);
  say(`its words: ${facts.own}`, OWN[facts.own]);
  say(`its names: ${facts.names}`, bothAmbiguous(facts) ? AGREEMENT : OWN[facts.names]);
  if (facts.classes === 'sure' || facts.classes === 'likely') say('its class', 3);
  if (!hasEvidence(facts)) return;
  if (isSecondStep(facts)) say('context', 3);
  else if (facts.title) say('title', 1.5);
  if (facts.heading && isAlone(facts)) say('heading over it alone', 1);
  if (facts.path) say('path', 2);
  const ambiguous =
    facts.own !== 'sure' && facts.names !== 'sure' && (facts.own === 'likely' || facts.names === 'likely');
  if (facts.sent && (ambiguous || facts.own === 'weak'))
    say('a message was sent', ambiguous && isAnswered(facts) ? 2.5 : 1.5);
  else if (ambiguous && besideContact(facts)) say('beside an address to send to', 1.5);
}

/** The one field on a page that says a message was sent. */
function isAnswered(facts: Facts): boolean {
  return facts.sent && isAlone(facts) && !facts.asksForOther;
}

const isAlone = ({ company }: Facts) => company.usable === 0;

function isOnlyCode(facts: Facts): boolean {
  return facts.onlyCode && isAlone(facts) && facts.own === 'weak';
}

/** Address and code, and little else: the step where a message is asked for. With a password it is mostly a captcha. */
function besideContact({ company }: Facts): boolean {
  return company.contact && (!company.password || company.renewed) && company.usable <= 4;
}

/** The words around speak of a second step, or of a code of some length where nothing else is asked for. */
function isSecondStep(facts: Facts): boolean {
  return facts.context || (facts.lengthTold && !facts.pinOnly && !facts.asksForOther);
}

export function hasEvidence(facts: Facts): boolean {
  return (
    facts.own !== 'none' ||
    facts.names !== 'none' ||
    facts.classes === 'sure' ||
    facts.autocomplete === 'one-time-code'
  );
}

function bothAmbiguous({ own, names }: Facts): boolean {
  return own === 'likely' && (names === 'likely' || names === 'weak');
}

function weighShape(field: FieldSnapshot, facts: Facts, row: Row | null, say: Say): void {
  if (row !== null) say('row of boxes', row.slices ? 2 : 4);
  else {
    const { maxLength } = field;
    if (maxLength !== null && maxLength >= 6 && maxLength <= 8) say('length', 2);
    else if (maxLength === 4 || maxLength === 5) say('length', 0.5);
    else if (maxLength === 1) say('one character', -3);
    else if (maxLength === 2 || maxLength === 3) say('two or three characters', -4);
    else if (maxLength !== null && maxLength > 16) say('long', -1.5);
  }
  if (
    /numeric|tel|decimal/.test(field.inputMode) ||
    field.type === 'tel' ||
    field.type === 'number' ||
    /\\d|0-9/.test(field.pattern)
  ) {
    say('digits', 1.5);
  }
  if (facts.example) say('example', 2);
  const sure = facts.own === 'sure' || facts.names === 'sure';
  if (isAlone(facts)) say('alone', sure ? 2 : 1.5);
  else if (facts.company.usable > 4) say('in company', -2);
  if (field.autofocus) say('focus', 0.5);
}

function weighDoubts(field: FieldSnapshot, facts: Facts, row: Row | null, say: Say): void {
  const sure = facts.own === 'sure' || facts.names === 'sure' || facts.autocomplete === 'one-time-code';
  if (facts.captchaPicture && !facts.excused && !sure) say('captcha picture', -8);
  if (facts.company.renewed && !sure) say('beside a new password', 1.5);
  else if (facts.company.password && !sure && !facts.context && !facts.sent) say('beside a password', -5);
  if (facts.securityCode && field.maxLength !== null && field.maxLength <= 4) say('as long as on a card', -4);
  if (isOnTicket(facts) && !sure) say('beside a name', -4);
  if (facts.company.card) say('beside a card', facts.securityCode ? -9 : -4);
  if (facts.other && !(facts.own === 'sure' && facts.names === 'sure')) say('other trade', -2);
  // What stands before a telephone field says where the code will go, not where it is typed.
  const onlyBefore = !facts.tied && facts.names === 'none' && facts.autocomplete !== 'one-time-code';
  if (facts.contact && (!sure || onlyBefore))
    say('names of a person', facts.own === 'none' || onlyBefore ? -12 : -2);
  if (field.chooses) say('a list', -4);
  if (field.value === 'other') say('holds words', -4);
  if (row !== null && !hasEvidence(facts) && !facts.context) say('row without words', -4);
}

/** An ambiguous code in a log-in form, with nothing that was sent and nothing about a second step. */
function isCaptchaPlace(facts: Facts): boolean {
  const sure = facts.own === 'sure' || facts.names === 'sure' || facts.classes === 'sure';
  return (
    facts.company.password && !facts.company.renewed && !sure && !facts.context && !facts.sent && !facts.title
  );
}

/** Whoever writes to somebody is asked for a captcha, or sets what others will be sent. */
function isBesideText({ company, own, names, sent }: Facts): boolean {
  return company.writes && !sent && own !== 'sure' && names !== 'sure';
}

/** A code and a surname, and nothing that was sent: how bookings are looked up. */
function isOnTicket({ company, sent, context }: Facts): boolean {
  return company.person && !company.contact && !sent && !context;
}

function capOf(facts: Facts, row: Row | null): { most: number; why: Verdict } | null {
  if (facts.autocomplete === 'one-time-code') return null;
  const onlyWeak =
    facts.own !== 'sure' &&
    facts.own !== 'likely' &&
    facts.names !== 'sure' &&
    facts.names !== 'likely' &&
    facts.classes !== 'sure';
  const backed = isSecondStep(facts) || facts.title || facts.path || isAnswered(facts) || isOnlyCode(facts);
  if (!hasEvidence(facts) && row === null) return { most: 4, why: 'noWords' };
  if (onlyWeak && row === null && !backed) return { most: 4, why: 'weakWords' };
  if (row?.slices && onlyWeak && !facts.context) return { most: 4, why: 'slices' };
  if (facts.asksForOther && !facts.excused && !facts.context && !facts.sent)
    return { most: 4, why: 'otherTrade' };
  if (isCaptchaPlace(facts) || isBesideText(facts)) return { most: 4, why: 'captcha' };
  if (facts.pinOnly && !facts.context) return { most: 4, why: 'pin' };
  return null;
}
