/** What the words on and around a field say, as facts; what they weigh is for `weigh.ts`. */
import type { FieldSnapshot, PageSnapshot, ScopeSnapshot } from './field.ts';
import { fold, foldNames } from './fold.ts';
import { compile, GLUED, WORDS } from './vocabulary.ts';

export type Class = 'sure' | 'likely' | 'weak' | 'none';

/** Only digits, dots, dashes and the like: shows the form of a code and says no word. */
const EXAMPLE = /^[\s\d•·●○*#xX_.–—-]+$/;
const CODE_EXAMPLE = /^(?:\d[\s-]?){4,8}$|^[•·●○*#xX_–—-](?:\s?[•·●○*#xX_–—-]){3,11}$/;
const SEARCH_NAMES = /^ (?:q|s|query|search|keywords?|filter)(?= )| search(?= )/;
const KEY_EXAMPLE = /^[\dA-Z#*]{3,8}(?:[- ][\dA-Z#*]{3,8}){2,}$|^[\dA-Z#*]{4,8}-[\dA-Z#*]{4,8}$/i;
const URL_LIKE = /:\/\/|\bwww\.|=\d|@\w+\.\w/;
/** “To go on, type: NEWCODE”: a word to be copied from the page. */
const RETYPE = /[:：]\s*["“„«'‘]?[A-ZÄÖÜ0-9]{5,}["”“»'’]?\s*$/;

const ALTERNATIVE =
  / (?:or|oder|ou|o|of(?= een| herstel| back| reserve)|eller|lub|nebo|alebo|или|або|veya|atau|hoac|または|もしくは|或|ili|ali|vagy|sau|tai|ή|או|او|یا)(?= )|或|または|もしくは|또는/u;
const ALTERNATIVES = new RegExp(ALTERNATIVE.source, 'gu');
const PIN = / pin(?= )/;
/** Secrets that people choose have lengths too. */
const STATIC = / (?:pin|pin code|passcode|password|passwort)(?= )/;
const SECURITY_CODE =
  / (?:security code|codigo de seguran[cz]a|codigo de seguridad|code de securite|codice di sicurezza|sicherheitscode|kartenprufnummer)(?= )/;
const OTHER_ACT =
  / (?:redeem|apply (?:code|coupon|promo)|join|join (?:room|game|class|meeting|now)|track|einlosen|canjear|resgatar|utiliser le code|применить|присоединиться|вступить)(?= )|兑换|兌換|加入|引き換え|適用|参加|적용|참가|사용하기/;
const NEW_PASSWORD = compile([
  'new pass*',
  'newpass*',
  'neues passwort',
  'neues kennwort',
  'nueva contrasena',
  'nouveau mot de passe',
  'nova senha',
  'nova palavra passe',
  'nuova password',
  'nieuw wachtwoord',
  'nytt losenord',
  'nytt passord',
  'ny adgangskode',
  'nowe haslo',
  'nove heslo',
  'nova lozinka',
  'новый пароль',
  'новии пароль',
  'новий пароль',
  'yeni sifre*',
  'yeni parola*',
  'parola noua',
  'uj jelszo',
  'uusi salasana',
  'mat khau moi',
  'kata sandi baru',
  'password baru',
  'reset password',
  '新密码',
  '新密碼',
  '新しいパスワード',
  '새 비밀번호',
  '새비밀번호',
  'รหัสผ่านใหม่',
  'كلمة المرور الجديدة',
  'رمز عبور جدید',
  'סיסמה חדשה',
]);
const NEW_SECRET =
  / (?:create|set|choose|new|change|pick|enter new|confirm new|reenter|re enter|repeat|erstelle\w*|neue\w*|nueva|nuevo|novo|nouveau|creer|crear|criar)(?: [^ ]+){0,3} (?:pin|passcode|pin code|pincode|code pin)(?= )/;
const PASSWORD_WORDS = compile([
  'password*',
  'passwort*',
  'kennwort',
  'contrasena',
  'mot de passe',
  'senha',
  'palavra passe',
  'wachtwoord',
  'losenord',
  'passord',
  'adgangskode',
  'haslo',
  'heslo',
  'lozinka',
  'пароль',
  'пароля',
  'парола',
  'sifre',
  'sifreniz',
  'parola',
  'jelszo',
  'salasana',
  'mat khau',
  'kata sandi',
  'kata laluan',
  'κωδικοσ προσβασησ',
  '密码',
  '密碼',
  'パスワード',
  '비밀번호',
  'รหัสผ่าน',
  'كلمة المرور',
  'كلمة السر',
  'رمز عبور',
  'گذرواژه',
  'סיסמה',
]);
const ONE_TIME_PASSWORD = / (?:one time|single use|temporary|dynamic|otp|sms) passwords?(?= )/g;
const PASSWORD_NAMES = / (?:password|passwd|passwort|pwd|pass|senha|contrasena|parol|sifre|haslo|heslo)(?= )/;
const CONTACT_NAMES =
  / (?:e?mail|email|phone|mobile|tel|telephone|cell|username|user|login|userid|firstname|lastname|fullname|surname|name|address|street|city|state|company|organization|website|url|iban)(?= )/;
const PERSON =
  / (?:last name|lastname|surname|family name|nachname|apellidos?|sobrenome|cognome|nom de famille|фамилия|soyad\w*|nazwisko|prijmeni)(?= )|姓名|姓氏|お名前|氏名|성명/;
const CONTACT =
  / (?:e mail|email|mail|phone|mobile|tel|telephone|telefon|telefono|telefone|e posta|eposta|correo|courriel|no hp|sdt|so dien thoai|почта|телефон|cep telefonu)(?= )|手机|手機|邮箱|電話|电话|信箱|メール|이메일|휴대폰|전화|อีเมล|โทรศัพท์|البريد|الهاتف|ایمیل|موبایل|אימייל|טלפון/;
const CAPTCHA_PICTURE =
  /captcha|verify_?(?:code|img|image)|v_?code|validate_?(?:code|img)|check_?code|rand(?:om|code|img)|seccode|yzm|auth_?(?:img|code)|refresh|验证码|驗證碼|看不清|图形|code(?:img|image|pic)|(?:img|image|pic)code|kaptcha|securimage|^\s*code\s*$/i;
const QR = /qr/i;
const CARD =
  / (?:card number|cardnumber|cc number|ccnumber|numero de (?:tarjeta|carte)|kartennummer|cc num|card no)(?= )|卡号|カード番号|카드번호/;
const APP_PATH =
  /(?:^|[\W_])(?:2fa|mfa|otp|totp|two[-_]?factor|two[-_]?step|2step|challenge|checkpoint|second[-_]?factor|verify|verification|tfa|authcode|one[-_]?time)(?:$|[\W_])/i;

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
  readonly password: boolean;
  readonly passwordNames: boolean;
  readonly contact: boolean;
  /** A PIN or passcode that somebody chose. */
  readonly staticSecret: boolean;
  /** The example in it is longer than any code. */
  readonly keyExample: boolean;
  readonly pinOnly: boolean;
  readonly newSecret: boolean;
  readonly securityCode: boolean;
  readonly retype: boolean;
  readonly urlLike: boolean;
  readonly example: boolean;
  readonly company: Company;
}

/** The other fields of the same scope. */
export interface Company {
  readonly usable: number;
  /** Where a message would be sent: an e-mail address or a telephone number. */
  readonly contact: boolean;
  /** Somebody's name, as on tickets and bookings. */
  readonly person: boolean;
  readonly password: boolean;
  /** A new password is set here: the code beside it was sent. */
  readonly renewed: boolean;
  readonly card: boolean;
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
export function ownWords(field: FieldSnapshot): string {
  const placeholder = EXAMPLE.test(field.placeholder) ? '' : field.placeholder;
  const says = [field.label, placeholder, field.hint].filter(Boolean).join(' . ');
  if (says.trim() === '' || EXAMPLE.test(says)) return field.before;
  if (field.label !== '' || classOf(fold(says)) !== 'weak') return says;
  return `${says} . ${field.before.slice(-NEAR_CHARACTERS)}`;
}

interface ScopeFacts {
  readonly context: boolean;
  readonly lengthTold: boolean;
  readonly heading: boolean;
  readonly sent: boolean;
  readonly asksForOther: boolean;
}

const factsOfScopes = new WeakMap<ScopeSnapshot, ScopeFacts>();
const NO_SCOPE: ScopeSnapshot = { names: '', text: '', headings: '', buttons: '' };

/** The same for all fields of a scope, so it is worked out once. */
function scopeFacts(scope: ScopeSnapshot): ScopeFacts {
  const known = factsOfScopes.get(scope);
  if (known !== undefined) return known;
  const around = fold(`${scope.headings} . ${scope.text} . ${scope.buttons}`);
  const facts = {
    context: WORDS.sure.test(around),
    lengthTold: WORDS.length.test(around),
    heading: WORDS.sure.test(fold(scope.headings)),
    sent: WORDS.sent.test(around),
    asksForOther: OTHER_ACT.test(fold(scope.buttons)) || namesTrade(fold(scope.headings)),
  };
  factsOfScopes.set(scope, facts);
  return facts;
}

/** The prompt asks for a recovery code. A question (“Lost your device?”) does not, nor does “code or backup code”. */
function asksForRecovery(prompt: string): boolean {
  return prompt.split(/(?<=[.!?。！？\n])/).some((sentence) => {
    const folded = fold(sentence);
    return !/[?？]\s*$/.test(sentence) && WORDS.recovery.test(folded) && !offersBoth(folded);
  });
}

/** One side of an “or” is a code and no recovery code. */
function offersBoth(folded: string): boolean {
  const sides = folded.split(ALTERNATIVES);
  return (
    sides.length > 1 &&
    sides.some((side) => !WORDS.recovery.test(`${side} `) && classOf(`${side} `) !== 'none')
  );
}

/** What stands in the cell or line before, not the paragraph before that. */
const NEAR_CHARACTERS = 30;
const LONG_WORDS = 6;
/** A piece of a longer number (card, identity, telephone) has as many digits as a code. */
const PART =
  / (?:last|first|final|letzten?|ersten|ultimos|ultimas|ultime|primeros|derniers|premiers|ostatnie|laatste|sista|siste|posledni\w*|последни[ех]|первые|останні|son|terakhir|اخر|آخر) (?:four |five |six |eight |[3-8] )(?:digits?|numbers?|characters?|ziffern|stellen|digitos|cifras|cifre|chiffres|cyfr\w*|cijfers|siffror|siffer|cislic|цифр\w*|цифры|hane\w*|digit|ارقام|رقم)(?= )|[后後末尾][3-8四五六]位|尾号|下[3-8]桁|뒤 ?[3-8]자리|끝 ?[3-8]자리|[3-8] so cuoi/;

/** In a label any word of another trade tells; in a sentence only one that stands beside the word for code. */
function namesTrade(folded: string): boolean {
  if (PART.test(folded)) return true;
  const words = folded.trim().split(' ');
  if (words.length <= LONG_WORDS) return WORDS.other.test(folded);
  return words.some((_, at) => {
    const pair = ` ${words.slice(at, at + 2).join(' ')} `;
    const code = words.slice(at, at + 2).some((word) => WORDS.weak.test(` ${word} `));
    return code && WORDS.other.test(pair);
  });
}

function companyOf(field: FieldSnapshot, page: PageSnapshot, row: readonly FieldSnapshot[]): Company {
  const others = page.fields.filter(
    (other) => other.usable && other.form === field.form && !row.includes(other) && other !== field,
  );
  const card = others.some(
    ({ autocomplete, names, label, placeholder }) =>
      /cc-number/.test(autocomplete) ||
      CARD.test(foldNames(names)) ||
      CARD.test(fold(`${label} ${placeholder}`)),
  );
  const contact = others.some(
    ({ type, autocomplete, names, label, placeholder }) =>
      type === 'email' ||
      /^(?:email|tel)/.test(autocomplete) ||
      CONTACT.test(`${foldNames(names)}${fold(`${label} ${placeholder}`)}`),
  );
  const person = others.some(({ names, label, placeholder }) =>
    PERSON.test(`${foldNames(names)}${fold(`${label} ${placeholder}`)}`),
  );
  const passwords = others.filter(({ type }) => type === 'password');
  const renewed = passwords.some(({ names, label, placeholder, before }) =>
    NEW_PASSWORD.test(
      `${foldNames(names)}${fold(`${label} ${placeholder} ${label || placeholder ? '' : before}`)}`,
    ),
  );
  return { usable: others.length, contact, person, password: passwords.length > 0, renewed, card };
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
  const says = ownWords(field);
  const own = fold(says);
  const tied = says !== field.before;
  const names = foldNames(field.names);
  const classes = foldNames(field.classes);
  const both = `${own}${names}`;
  const ownSure = WORDS.sure.test(own) || WORDS.sure.test(names) || GLUED.test(names);
  const recoveryWords = WORDS.recovery.test(names) || (WORDS.recovery.test(own) && !offersBoth(own));
  const prompt = `${scope.headings}\n${field.before}`;
  const pictures = field.pictures
    .split('\n')
    .filter((picture) => !QR.test(picture))
    .join('\n');
  return {
    autocomplete: autocompleteOf(field.autocomplete),
    own: classOf(own),
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
    recovery: recoveryWords || (classOf(own) !== 'sure' && asksForRecovery(prompt)),
    captcha: WORDS.captcha.test(both),
    captchaPicture: pictures !== '' && CAPTCHA_PICTURE.test(pictures),
    other:
      WORDS.other.test(names) ||
      [field.label, field.placeholder, tied ? '' : field.before].some((text) => namesTrade(fold(text))),
    tied,
    password: PASSWORD_WORDS.test(own.replace(ONE_TIME_PASSWORD, ' ')),
    passwordNames: PASSWORD_NAMES.test(names),
    contact: CONTACT_NAMES.test(names),
    staticSecret: STATIC.test(own),
    keyExample: KEY_EXAMPLE.test(field.placeholder.trim()),
    pinOnly: PIN.test(both) && !WORDS.sure.test(both) && !WORDS.likely.test(both),
    newSecret: NEW_SECRET.test(fold(`${scope.headings} . ${says} . ${field.before}`)),
    securityCode: SECURITY_CODE.test(both),
    retype: RETYPE.test(field.label) || RETYPE.test(field.placeholder) || RETYPE.test(field.before),
    urlLike: URL_LIKE.test(field.placeholder) || SEARCH_NAMES.test(names),
    example: CODE_EXAMPLE.test(field.placeholder.trim()),
    company: companyOf(field, page, row),
  };
}
