/** How a page says that its code comes: sent by text message or e-mail, or shown by an app. Only where it says so. */
import type { Channel, FieldSnapshot, PageSnapshot } from './field.ts';
import { fold, foldNames } from './fold.ts';

// Over folded text. Words of real sign-in pages in the languages of `words/`.
const APP =
  / (?:authenticator|authentificateur|autenticador[^ ]*|authy|totp|hardware token|security key|(?:your|the) (?:mobile )?app|app de|auth app)(?= )|приложени|身份验证器|身份驗證|驗證器|验证器|令牌|动态口令|認証アプリ|オーセンティ|인증 ?앱|인증기|المصادقة/;
const MAIL =
  / (?:e ?mails?|e ?mailed|mail|inbox|posteingang|courriel|correo|e ?posta[^ ]*|eposta[^ ]*|posta|sahkopost[^ ]*|epost[^ ]*|poczt[^ ]*|email[^ ]*|почт[^ ]*|письм[^ ]*|пошт[^ ]*|имеил)(?= )|邮箱|邮件|郵件|信箱|メール|이메일|메일|البريد|ایمیل|אימייל|דוא|อีเมล|ईमेल/;
const TEXT =
  / (?:sms[^ ]*|text message|texted|by text|phone|mobile|whatsapp|call|telefon[^ ]*|handy|telephone|portable|movil|celular|telemovel|cellulare|telefoon|komork[^ ]*|смс|телефон[^ ]*)(?= )|短信|手机|手機|簡訊|电话|電話|ショートメッセージ|携帯|휴대폰|문자|جوال|هاتف|موبایل|پیامک|טלפון|मोबाइल|โทรศัพท์|điện thoại/;
const SENT_NAMES = / (?:sms|e ?mail|phone|mobile) (?:code|otp|captcha|verify|verification)(?= )/;

/** @param sent a message was sent, or can be sent again (`Facts.sent`). */
export function channelOf(field: FieldSnapshot, page: PageSnapshot, sent: boolean): Channel {
  const scope = page.scopes[field.scope];
  const own = fold(`${field.label} . ${field.placeholder} . ${field.hint} . ${field.before}`);
  const around = fold(`${scope?.headings ?? ''} . ${scope?.text ?? ''}`);
  const names = foldNames(field.names);
  if (APP.test(own) || (APP.test(around) && !sent)) return 'app';
  if (!sent && !SENT_NAMES.test(names) && !/ sms(?= )|短信|簡訊| смс(?= )/.test(own)) return '';
  // What stands nearest to the field tells before what stands elsewhere on the page.
  for (const words of [`${names}${own}`, around]) {
    const [mail, text] = [MAIL.test(words), TEXT.test(words)];
    if (mail !== text) return mail ? 'email' : 'sms';
  }
  return '';
}
