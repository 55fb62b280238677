/** What the words on and around a field say, as facts; what they weigh is for `weigh.ts`. */
import { type Company, companyOf } from './company.ts';
import type { FieldSnapshot, PageSnapshot, ScopeSnapshot } from './field.ts';
import { fold, foldNames } from './fold.ts';
import {
  ABOUT_CODES,
  ALTERNATIVES,
  ANOTHER_DEVICE,
  APP_PATH,
  CAPTCHA_PICTURE,
  CODE_EXAMPLE,
  CONTACT_NAMES,
  DEVICE_NAMES,
  EXAMPLE,
  FROM_SOMEBODY,
  KEY_EXAMPLE,
  NAME_BEFORE,
  NAME_OF,
  NEW_SECRET,
  ON_PAPER,
  ONE_TIME_PASSWORD,
  OTHER_ACT,
  PART,
  PASSWORD_NAMES,
  PASSWORD_WORDS,
  PIN,
  QR,
  RETYPE,
  SEARCH_NAMES,
  SECURITY_CODE,
  STATIC,
  URL_LIKE,
  VERIFIES,
} from './signs.ts';
import { GLUED, WORDS } from './vocabulary.ts';

export type Class = 'sure' | 'likely' | 'weak' | 'none';

export interface Facts {
  readonly autocomplete: string;
  /** The words a person reads as belonging to the field. */
  readonly own: Class;
  readonly names: Class;
  readonly classes: Class;
  /** A sure word of its own, beyond saying how long the code is. */
  readonly excused: boolean;
  readonly context: boolean;
  /** The words around say how many characters a code has. */
  readonly lengthTold: boolean;
  readonly heading: boolean;
  readonly title: boolean;
  readonly path: boolean;
  readonly sent: boolean;
  /** The form's own button or heading is about vouchers, parcels, classes and the like. */
  readonly asksForOther: boolean;
  /** Its words are tied to it by the page, not only standing before it. */
  readonly tied: boolean;
  readonly recovery: boolean;
  readonly captcha: boolean;
  readonly captchaPicture: boolean;
  readonly other: boolean;
  /** A code that another device shows, to be let in by this one, or that another person gives. */
  readonly ofAnother: boolean;
  /** The page has a code to verify, and nothing else. */
  readonly onlyCode: boolean;
  readonly password: boolean;
  readonly passwordNames: boolean;
  readonly contact: boolean;
  /** A PIN or passcode that somebody chose. */
  readonly staticSecret: boolean;
  /** The example in it is longer than any code. */
  readonly keyExample: boolean;
  readonly pinOnly: boolean;
  readonly newSecret: boolean;
  /** A setting of how codes are. */
  readonly aboutCodes: boolean;
  readonly securityCode: boolean;
  readonly retype: boolean;
  readonly urlLike: boolean;
  readonly example: boolean;
  readonly company: Company;
}

export function classOf(folded: string): Class {
  if (WORDS.sure.test(folded)) return 'sure';
  const weak = WORDS.weak.test(folded) || WORDS.likely.test(folded);
  if (WORDS.length.test(folded)) return weak && !STATIC.test(folded) ? 'sure' : 'likely';
  if (WORDS.likely.test(folded)) return 'likely';
  return weak ? 'weak' : 'none';
}

function classOfNames(folded: string): Class {
  if (GLUED.test(folded.replaceAll('  ', ' '))) return 'sure';
  return classOf(folded);
}

/** The words tied to the field; the words before it too where those say no more than “code”. */
export function ownWords(field: FieldSnapshot): { readonly says: string; readonly tied: boolean } {
  const placeholder = EXAMPLE.test(field.placeholder) ? '' : field.placeholder;
  const says = [field.label, placeholder, field.hint].filter(Boolean).join(' . ');
  if (says.trim() === '' || EXAMPLE.test(says)) return { says: field.before, tied: false };
  if (field.label !== '' || classOf(fold(says)) !== 'weak') return { says, tied: true };
  return { says: `${says} . ${field.before.slice(-NEAR_CHARACTERS)}`, tied: true };
}

/** “Login: ann” above a field in which “verification code” stands, after one was sent, says whose code it is. */
function wordsOfTrade({ label, placeholder, before }: FieldSnapshot, tied: boolean, sent: boolean): string[] {
  const inside = classOf(fold(placeholder));
  const saysCode = inside === 'sure' || inside === 'likely';
  return [saysCode && sent ? '' : label, placeholder, tied ? '' : before];
}

const comesFromAnother = (folded: string) => ANOTHER_DEVICE.test(folded) || FROM_SOMEBODY.test(folded);

interface ScopeFacts {
  readonly context: boolean;
  readonly lengthTold: boolean;
  readonly heading: boolean;
  readonly sent: boolean;
  readonly asksForOther: boolean;
  readonly onlyVerifies: boolean;
}

const factsOfScopes = new WeakMap<ScopeSnapshot, ScopeFacts>();
const NO_SCOPE: ScopeSnapshot = { names: '', text: '', headings: '', buttons: '' };

/** The same for all fields of a scope, so it is worked out once. */
function scopeFacts(scope: ScopeSnapshot): ScopeFacts {
  const known = factsOfScopes.get(scope);
  if (known !== undefined) return known;
  // Two spaces: no phrase goes from a label on into a button.
  const around = [scope.headings, scope.text, scope.buttons].map(fold).join(' ');
  const asksForOther =
    OTHER_ACT.test(fold(scope.buttons)) || namesTrade(scope.headings) || ON_PAPER.test(around);
  const facts = {
    context: WORDS.sure.test(around),
    lengthTold: WORDS.length.test(around),
    heading: WORDS.sure.test(fold(scope.headings)),
    sent: WORDS.sent.test(around),
    asksForOther,
    onlyVerifies: !asksForOther && scope.text.length <= FEW_CHARACTERS && VERIFIES.test(around),
  };
  factsOfScopes.set(scope, facts);
  return facts;
}

/** The prompt asks for a recovery code. A question (“Lost your device?”) does not, nor does “code or backup code”. */
function asksForRecovery(prompt: string): boolean {
  return prompt.split(/(?<=[.!?。！？\n])/).some((sentence) => {
    const folded = fold(sentence);
    return !/[?？]\s*$/.test(sentence) && WORDS.recovery.test(folded) && !offersBoth(sentence);
  });
}

/** One side of an “or” (or a stroke: “auth/backup code”) is a code and no recovery code. */
function offersBoth(text: string): boolean {
  const sides = text.split('/').flatMap((side) => fold(side).split(ALTERNATIVES));
  return (
    sides.length > 1 &&
    sides.some((side) => !WORDS.recovery.test(`${side} `) && classOf(`${side} `) !== 'none')
  );
}

/** What stands in the cell or line before, not the paragraph before that. */
const NEAR_CHARACTERS = 30;
const LONG_WORDS = 6;
/** A heading, a label and a button. */
const FEW_CHARACTERS = 60;
/** Where a message went says nothing about its code. */
const ADDRESS = /\S+@\S+/g;

/** In a label any word of another trade tells; in a sentence only one that stands beside the word for code. */
function namesTrade(text: string): boolean {
  const folded = fold(text.replaceAll(ADDRESS, ' '));
  if (PART.test(folded)) return true;
  const words = folded.trim().split(' ');
  if (words.length <= LONG_WORDS) return WORDS.other.test(folded);
  return words.some((_, at) => {
    const pair = ` ${words.slice(at, at + 2).join(' ')} `;
    const code = words.slice(at, at + 2).some((word) => WORDS.weak.test(` ${word} `));
    return code && WORDS.other.test(pair);
  });
}

/** The last word of `autocomplete` names the field; `webauthn` may follow it. HTML standard, “autofill detail tokens”. */
export function autocompleteOf(value: string): string {
  const tokens = value
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => token !== '' && token !== 'webauthn');
  return tokens.at(-1) ?? '';
}

export function factsOf(field: FieldSnapshot, page: PageSnapshot, row: readonly FieldSnapshot[]): Facts {
  const scope = page.scopes[field.scope] ?? NO_SCOPE;
  const around = scopeFacts(scope);
  const { says, tied } = ownWords(field);
  const own = fold(says);
  const names = foldNames(field.names);
  const classes = foldNames(field.classes);
  const both = `${own}${names}`;
  const ownClass = classOf(own);
  const saysCode = ownClass === 'sure' || ownClass === 'likely';
  const ownSure = WORDS.sure.test(own) || WORDS.sure.test(names) || GLUED.test(names);
  // “registration-recovery-code” names a lost password, too: what was sent is no code kept in a drawer.
  const keptCode = WORDS.recovery.test(names) && !(ownClass === 'sure' && around.sent);
  const parts = tied ? [field.label, field.placeholder, field.hint] : [says];
  const recoveryWords = keptCode || (WORDS.recovery.test(own) && !parts.some(offersBoth));
  const prompt = `${scope.headings}\n${field.before}`;
  const pictures = field.pictures
    .split('\n')
    .filter((picture) => !QR.test(picture))
    .join('\n');
  return {
    autocomplete: autocompleteOf(field.autocomplete),
    own: ownClass,
    names: classOfNames(names),
    classes: classOfNames(classes),
    excused: ownSure,
    context: around.context,
    lengthTold: around.lengthTold,
    heading: around.heading,
    title: WORDS.sure.test(fold(page.title)) || WORDS.likely.test(fold(page.title)),
    path: APP_PATH.test(page.path) || WORDS.sure.test(foldNames(scope.names)),
    sent: around.sent,
    asksForOther: around.asksForOther,
    recovery: recoveryWords || (ownClass !== 'sure' && asksForRecovery(prompt)),
    captcha: WORDS.captcha.test(both),
    captchaPicture: pictures !== '' && CAPTCHA_PICTURE.test(pictures),
    other: WORDS.other.test(names) || wordsOfTrade(field, tied, around.sent).some(namesTrade),
    ofAnother: DEVICE_NAMES.test(names) || comesFromAnother(fold(`${scope.headings} . ${says}`)),
    onlyCode: around.onlyVerifies,
    tied,
    password: PASSWORD_WORDS.test(own.replace(ONE_TIME_PASSWORD, ' ')),
    passwordNames: PASSWORD_NAMES.test(names),
    contact: CONTACT_NAMES.test(names) || (!tied && NAME_BEFORE.test(own)),
    staticSecret: STATIC.test(own),
    keyExample: KEY_EXAMPLE.test(field.placeholder.trim()),
    pinOnly: PIN.test(both) && !WORDS.sure.test(both) && !WORDS.likely.test(both),
    aboutCodes: tied && (ABOUT_CODES.test(own) || NAME_OF.test(own)),
    newSecret: NEW_SECRET.test(fold(`${scope.headings} . ${says} . ${field.before}`)),
    securityCode: SECURITY_CODE.test(both),
    retype: RETYPE.test(field.label) || RETYPE.test(field.placeholder) || RETYPE.test(field.before),
    // A short name such as `q` or `s` counts only where the words say nothing else.
    urlLike: URL_LIKE.test(field.placeholder) || (SEARCH_NAMES.test(names) && !saysCode),
    example: CODE_EXAMPLE.test(field.placeholder.trim()),
    company: companyOf(field, page, row),
  };
}
