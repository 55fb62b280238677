/** Signs that are not words of a code: forms of examples, names of other fields, captchas, ways to say “or”. Over folded text unless said otherwise. */
import { compile } from './vocabulary.ts';

/** Only digits, dots, dashes and the like: shows the form of a code and says no word. */
export const EXAMPLE = /^[\s\d•·●○*#xX_.–—-]+$/;
export const CODE_EXAMPLE = /^(?:\d[\s-]?){4,8}$|^[•·●○*#xX_–—-](?:\s?[•·●○*#xX_–—-]){3,11}$/;
export const SEARCH_NAMES = /^ (?:q|s|query|search|keywords?|filter)(?= )| search(?= )/;
/** Groups of a key, or the beginning of something longer: `eyJhbGciOi…`. */
export const KEY_EXAMPLE =
  /^(?=\S*[a-z])(?=\S*\d)[\w/+=-]{6,}(?:…|\.{3})$|^[\dA-Z#*]{3,8}(?:[- ][\dA-Z#*]{3,8}){2,}$|^[\dA-Z#*]{4,8}-[\dA-Z#*]{4,8}$/i;
export const URL_LIKE = /:\/\/|\bwww\.|=\d|@\w+\.\w/;
/** “To go on, type: NEWCODE”: a word to be copied from the page. */
export const RETYPE = /[:：]\s*["“„«'‘]?[A-ZÄÖÜ0-9]{5,}["”“»'’]?\s*$/;

const ALTERNATIVE =
  / (?:or|oder|ou|o|of(?= een| herstel| back| reserve)|eller|lub|nebo|alebo|или|або|veya|atau|hoac|または|もしくは|或|ili|ali|vagy|sau|tai|ή|או|او|یا)(?= )|或|または|もしくは|또는/u;
export const ALTERNATIVES = new RegExp(ALTERNATIVE.source, 'gu');
/** A property of codes that somebody sets, and no code: how long they are, how long they hold. */
export const ABOUT_CODES =
  / (?:codes?|otp|totp|token|tokens|pin|passcode) (?:length|size|digits|validity|lifetime|expiry|expiration|period|interval|issuer|template|format|prefix|ttl|timeout|limit|attempts|name)(?= )| (?:number of|how many|amount of) (?:code |otp )?digits(?= )| (?:codelange|anzahl (?:der )?(?:ziffern|stellen)|gultigkeitsdauer|nombre de chiffres|longueur du code|duree de validite|numero de digitos|longitud del codigo|tamanho do codigo|numero di cifre|длина кода|срок действия кода|количество цифр|kod uzunlugu|dlugosc kodu|liczba cyfr)(?= )|(?:验证码|口令|令牌)(?:长度|位数|有效期|时长)|コード(?:長|の長さ|の桁数|有効期限)|코드 ?길이/;
/** RFC 8628: a code that a television or a program without a browser shows, to be let in by this browser. */
export const DEVICE_NAMES = / (?:user code|usercode|device code|devicecode)(?= )/;
export const ANOTHER_DEVICE =
  / (?:device you (?:re|are) (?:signing|logging) in to|(?:authorize|authorise|activate|connect|link|pair) (?:[^ ]+ )?(?:device|tv|console)|(?:on|by) (?:your|the) (?:tv|television|console)|device activation|device login)(?= )/;
/** A code that one person gives another: to a call, a lesson, a ticket. */
export const FROM_SOMEBODY =
  / (?:code|pin|passcode|key|number) (?:[^ ]+ ){0,2}(?:friend|host|teacher|instructor|sender|organizer|organiser|technician|seller|inviter|roommate)(?= )/;
/** What a page is for that has a code to check and no other words. */
export const VERIFIES = compile([
  'verify*',
  'verif',
  'verification',
  'confirm*',
  'validate',
  'verificar',
  'verifica',
  'verificacion',
  'confirmar',
  'validar',
  'verifier',
  'valider',
  'conferma',
  'bestatigen',
  'prufen',
  'bevestigen',
  'bekraft',
  'bekrafta',
  'verifiera',
  'potwierdz',
  'zweryfikuj',
  'overit',
  'potvrdi*',
  'подтвердить',
  'проверить',
  'підтвердити',
  'dogrula*',
  'onayla*',
  'verifikasi',
  'xac minh',
  'xac nhan',
  'ellenorzes',
  'επαληθευση',
  'تحقق',
  'تاكيد',
  'تایید',
  'אימות',
  'सत्यापित',
  '验证',
  '驗證',
  '認証',
  '인증',
  'ยืนยัน',
]);
/** A name to sign in with, right before a field that has no words of its own. */
export const NAME_BEFORE =
  / (?:user ?name|user ?id|benutzername|identifiant|usuario|utente|gebruikersnaam|логин) $|(?:用户名|用戶名|账号|帐号|ユーザー名|ユーザーID|아이디) $/;
export const PIN = / pin(?= )/;
/** Secrets that people choose have lengths too. */
export const STATIC = / (?:pin|pin code|passcode|password|passwort)(?= )|暗証番号/;
export const SECURITY_CODE =
  / (?:security code|codigo de seguran[cz]a|codigo de seguridad|code de securite|codice di sicurezza|sicherheitscode|kartenprufnummer)(?= )/;
export const OTHER_ACT =
  / (?:redeem|claim|apply (?:code|coupon|promo)|join|join (?:room|game|class|meeting|now)|track|einlosen|canjear|resgatar|utiliser le code|применить|присоединиться|вступить)(?= )|兑换|兌換|加入|引き換え|適用|参加|적용|참가|사용하기/;
/** What somebody calls a thing, be it an authenticator. */
export const NAME_OF =
  /^ (?:(?:the|your|a|choose|enter|set|give|device|authenticator|app|token|key) ){0,4}(?:name|nickname|label|description)(?: (?:of|for|your|this|the) | $)|^ (?:name|bezeichnung) (?:des|der|fur) | (?:geratename|nom de l appareil|nombre del dispositivo|nome do dispositivo|nome del dispositivo|имя устройства|название устройства|cihaz adi)(?= )|(?:名称|名稱|备注|の名前|機器名|기기 ?이름) $/;
/** A code that is printed on something: ballot, letter, card, receipt. */
export const ON_PAPER =
  / (?:code|pin|number|digits) (?:[^ ]+ ){0,3}(?:on|from|in) (?:the|your|a|this) (?:[^ ]+ ){0,2}(?:card(?! reader)|letter|receipt|package|packaging|label|ticket|invoice|bill|postcard|envelope|voucher|ballot|leaflet)(?= )| (?:code|nummer) (?:[^ ]+ ){0,2}(?:auf|von|aus) (?:der|dem|ihrer|ihrem|deiner|deinem) (?:[^ ]+ )?[^ ]*(?:karte|brief|schreiben|beleg|rechnung|etikett|verpackung|bon)(?= )| code (?:[^ ]+ ){0,2}(?:sur|figurant sur) (?:le|la|votre) (?:[^ ]+ )?(?:carte|courrier|lettre|ticket|facture)(?= )| codigo (?:[^ ]+ ){0,2}(?:en|de|no|na) (?:la|el|su|seu|sua|tu) (?:[^ ]+ )?(?:tarjeta|carta|recibo|factura|cartao|fatura)(?= )|刮开|涂层|小票|包装上|はがき|レシート|영수증/;
export const NEW_PASSWORD = compile([
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
export const NEW_SECRET =
  / (?:create|set|choose|new|change|pick|enter new|confirm new|reenter|re enter|repeat|erstelle\w*|neue\w*|nueva|nuevo|novo|nouveau|creer|crear|criar)(?: [^ ]+){0,3} (?:pin|passcode|pin code|pincode|code pin)(?= )/;
export const PASSWORD_WORDS = compile([
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
export const ONE_TIME_PASSWORD = / (?:one time|single use|temporary|dynamic|otp|sms) passwords?(?= )/g;
export const PASSWORD_NAMES =
  / (?:password|passwd|passwort|pwd|pass|senha|contrasena|parol|sifre|haslo|heslo)(?= )/;
export const CONTACT_NAMES =
  / (?:e?mail|email|phone|mobile|tel|telephone|cell|username|user|login|userid|firstname|lastname|fullname|surname|name|address|street|city|state|company|organization|website|url|iban)(?= )/;
export const PERSON =
  / (?:last name|lastname|surname|family name|nachname|apellidos?|sobrenome|cognome|nom de famille|фамилия|soyad\w*|nazwisko|prijmeni)(?= )|姓名|姓氏|お名前|氏名|성명/;
export const CONTACT =
  / (?:e mail|email|mail|phone|mobile|tel|telephone|telefon|telefono|telefone|e posta|eposta|correo|courriel|no hp|sdt|so dien thoai|почта|телефон|cep telefonu)(?= )|手机|手機|邮箱|電話|电话|信箱|メール|이메일|휴대폰|전화|อีเมล|โทรศัพท์|البريد|الهاتف|ایمیل|موبایل|אימייל|טלפון/;
export const CAPTCHA_PICTURE =
  /captcha|verify_?(?:code|img|image)|v_?code|validate_?(?:code|img)|check_?code|rand(?:om|code|img)|seccode|yzm|auth_?(?:img|code)|refresh|验证码|驗證碼|看不清|图形|code(?:img|image|pic)|(?:img|image|pic)code|kaptcha|securimage|^\s*code\s*$/i;
export const QR = /qr/i;
export const CARD =
  / (?:card number|cardnumber|cc number|ccnumber|numero de (?:tarjeta|carte)|kartennummer|cc num|card no)(?= )|卡号|カード番号|카드번호/;
export const APP_PATH =
  /(?:^|[\W_])(?:2fa|mfa|otp|totp|two[-_]?factor|two[-_]?step|2step|challenge|checkpoint|second[-_]?factor|verify|verification|tfa|authcode|one[-_]?time)(?:$|[\W_])/i;
/** A piece of a longer number (card, identity, telephone) has as many digits as a code. */
export const PART =
  / (?:last|first|final|letzten?|ersten|ultimos|ultimas|ultime|primeros|derniers|premiers|ostatnie|laatste|sista|siste|posledni\w*|последни[ех]|первые|останні|son|terakhir|اخر|آخر) (?:four |five |six |eight |[3-8] )(?:digits?|numbers?|characters?|ziffern|stellen|digitos|cifras|cifre|chiffres|cyfr\w*|cijfers|siffror|siffer|cislic|цифр\w*|цифры|hane\w*|digit|ارقام|رقم)(?= )|[后後末尾][3-8四五六]位|尾号|下[3-8]桁|뒤 ?[3-8]자리|끝 ?[3-8]자리|[3-8] so cuoi|[3-8] ?ตัว(?:สุด)?ท้าย/;
