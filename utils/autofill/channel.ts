/** How a page says that its code comes: sent by text message or e-mail, or shown by an app. Only where it says so. */
import type { Channel, FieldSnapshot, PageSnapshot } from './field.ts';
import { fold, foldNames } from './fold.ts';
import { compile, WORDS } from './vocabulary.ts';

// Words of real sign-in pages in the languages of `words/`. An app, a token, a generator: what makes codes by itself.
const APP = compile([
  'app',
  'apps',
  'appen',
  'appli',
  '*authenticator*',
  '*authentificateur*',
  '*autenticador*',
  'autenticatore',
  'authy',
  'totp',
  'securid',
  'rsa token',
  'hardware token',
  'security key',
  'mfa device',
  'token device',
  'on your token',
  'seu token',
  'su token',
  'ihres tokens',
  'tan generator',
  'generator*',
  'generatore',
  'generateur',
  'authentifizierungsapp*',
  'autentiseringsapp*',
  'godkendelsesapp*',
  '*dosa*',
  'kodebrikke*',
  'kodeviser*',
  '*sovellu*',
  'application',
  'applicazione',
  'aplicaci*',
  'aplicati*',
  'aplicaca*',
  'aplikac*',
  'приложени*',
  'застосун*',
  'додатк*',
  'апликац*',
  'токен*',
  'alkalmazas*',
  'εφαρμογη*',
  'uygulama*',
  'programel*',
  'lietotn*',
  'rakendus*',
  'ung dung',
  'aplikasi',
  'ऐप',
  'ऐप्लिकेशन',
  'অ্যাপ*',
  'تطبيق*',
  'التطبيق',
  'برنامه',
  'اپلیکیشن',
  'ایپ',
  '*אפליקצי*',
  '*יישום',
  '应用',
  '應用',
  '验证器',
  '驗證器',
  '令牌',
  '动态口令',
  '谷歌验证',
  'mfa 设备',
  'アプリ',
  'トークン',
  'オーセンティ',
  '앱',
  '인증기',
  '토큰',
  'แอป',
]);
const MAIL = compile([
  'email*',
  'e mail*',
  'emailed',
  'mail*',
  'inbox',
  'posteingang',
  'courriel',
  'messagerie',
  'correo*',
  'correu',
  'e post*',
  'epost*',
  'posta',
  'sahkopost*',
  'poczt*',
  'leveleit',
  'laisk*',
  'почт*',
  'письм*',
  'пошт*',
  'поща*',
  'имеил',
  'и меил*',
  'meil*',
  'hop thu',
  'gui thu',
  '邮箱',
  '邮件',
  '郵件',
  '信箱',
  'メール',
  '이메일',
  '메일',
  'بريدك',
  'البريد*',
  'ایمیل',
  '*אימייל*',
  '*דוא ל',
  'อีเมล',
  'ईमेल',
]);
/** Nothing else than a text message. */
const SMS = compile([
  'sms*',
  'tekstiviest*',
  'textmeddeland*',
  'smstan',
  'mtan',
  'tac',
  'смс',
  '短信',
  '簡訊',
  'ショートメッセージ',
  '문자',
  'پیامک',
]);
const PHONE = compile([
  'text message',
  'texted',
  'by text',
  'phone*',
  'mobile*',
  'whatsapp',
  'call',
  'telefon*',
  'handy',
  'telephone*',
  'নম্বর*',
  'नंबर',
  'number ending',
  'telefoon*',
  'portable',
  'movil',
  'celular',
  'telemovel',
  'cellulare',
  'komork*',
  'телефон*',
  'հեռախոս*',
  '手机',
  '手機',
  '电话',
  '電話',
  '携帯',
  '휴대폰',
  '전화',
  '번으로',
  'جوال',
  'الجوال',
  'هاتفك',
  'الهاتف',
  'موبایل',
  'موبائل',
  'تلفن',
  '*טלפון*',
  '*נייד',
  'मोबाइल',
  'মোবাইল*',
  'கைபேசி*',
  'โทรศัพท์',
  'หมายเลข',
  'dien thoai',
]);
const SENT_NAMES = / (?:sms|e ?mail|phone|mobile) (?:code|otp|captcha|verify|verification)(?= )/;
/** `j•••@example.com`, `•••• 88`, `+49 151 •• 34`: where it went. */
const ADDRESS = /\S+@\S+/g;
const MASKED_NUMBER = /[•*·…xX#]{2,}[\s-]*\d{2,4}(?!\d)|\+\d[\d\s•*()-]{7,}/;

/** @param sent a message was sent, or can be sent again (`Facts.sent`). */
export function channelOf(field: FieldSnapshot, page: PageSnapshot, sent: boolean): Channel {
  const scope = page.scopes[field.scope];
  const prose = `${scope?.headings ?? ''} . ${scope?.text ?? ''}`;
  const own = wordsOf(`${field.label} . ${field.placeholder} . ${field.hint} . ${field.before}`);
  const around = wordsOf(prose);
  const names = foldNames(field.names);
  if (APP.test(own) && !SMS.test(own)) return 'app';
  // A button for another way says nothing of this one.
  if (APP.test(around) && !WORDS.sent.test(around)) return 'app';
  if (!sent && !SENT_NAMES.test(names) && !SMS.test(own) && !isMailed(own)) return '';
  // What stands nearest to the field tells before what stands elsewhere on the page.
  return nearest([`${names}${own}`, `${around}${maskedIn(prose)}`, companyOf(field, page)]);
}

const wordsOf = (text: string) => fold(text.replaceAll(ADDRESS, ' '));
const OF_CODES = [WORDS.sure, WORDS.length, WORDS.likely, WORDS.weak];
const isMailed = (own: string) => MAIL.test(own) && OF_CODES.some((words) => words.test(own));

function nearest(places: readonly string[]): Channel {
  for (const words of places) {
    const mail = MAIL.test(words);
    const text = SMS.test(words) || PHONE.test(words);
    if (mail !== text) return mail ? 'email' : 'sms';
  }
  return '';
}

/** The address as it is shown, as the word for its kind. */
function maskedIn(prose: string): string {
  const mail = prose.search(ADDRESS) >= 0 ? ' email ' : '';
  return MASKED_NUMBER.test(prose) ? `${mail} phone ` : mail;
}

/** What the fields beside it ask for: the address it is sent to. */
function companyOf(field: FieldSnapshot, page: PageSnapshot): string {
  const others = page.fields.filter((other) => other !== field && other.form === field.form);
  return fold(
    others
      .map(({ label, placeholder, type }) => `${label} ${placeholder} ${type === 'tel' ? 'phone' : type}`)
      .join(' '),
  );
}
