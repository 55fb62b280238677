import { expect, test } from 'vitest';
import { detectCodeFields } from '../../../utils/autofill/detect.ts';
import { ASKED_SCORE, OFFER_SCORE, type PageSnapshot } from '../../../utils/autofill/field.ts';
import { boxes, field, page } from './page.ts';

const best = (on: PageSnapshot, least = ASKED_SCORE) => detectCodeFields(on, least)[0] ?? null;

// Words as real products write them.
test.each([
  ['Authentication code', 'GitHub'],
  ['Zwei-Faktor Code', 'Snipe-IT'],
  ['Code d’authentification', 'Nextcloud'],
  ['Código de autenticación', 'Nextcloud'],
  ['Codice a due fattori', 'Snipe-IT'],
  ['Kod uwierzytelnienia', 'Nextcloud'],
  ['Код из SMS', 'Госуслуги'],
  ['Κώδικας πιστοποίησης', 'Nextcloud'],
  ['二段階認証コード', 'Snipe-IT'],
  ['인증번호', 'NAVER'],
  ['短信验证码', '支付宝'],
  ['認證代碼', 'Matomo'],
  ['رمز المصادقة', 'Nextcloud'],
  ['קוד אימות', 'Nextcloud'],
  ['Mã xác thực', 'Nextcloud'],
  ['Kimlik doğrulama kodu', 'Nextcloud'],
  ['Autentifikacijos kodas', 'Nextcloud'],
  ['Autentifikācijas kods', 'Nextcloud'],
  ['Autentimiskood', 'Nextcloud'],
  ['Autentifikazio kodea', 'Nextcloud'],
  ['Auðkenningarkóði', 'Nextcloud'],
  ['Cód fíordheimhnithe', 'Nextcloud'],
  ['Kod mirëfilltësimi', 'Nextcloud'],
  ['Код за автентификација', 'Nextcloud'],
  ['აუტენტიფიკაციის კოდი', 'Nextcloud'],
  ['Tunnistautumiskoodi', 'Nextcloud'],
  ['รหัสรับรองความถูกต้อง', 'Nextcloud'],
  ['MFA 验证码', '1Panel'],
  ['Introduce aquí tu código generado por la aplicación', 'BookStack'],
  ['Ange koden, som genereras med din mobilapp, nedan:', 'BookStack'],
  ['Unesite kod generiran pomoću vaše mobilne aplikacije u nastavku:', 'BookStack'],
  ['モバイルアプリを利用して生成されたコードを入力してください:', 'BookStack'],
  ['在下方輸入使用您行動裝置應用程式產生的代碼：', 'BookStack'],
  ['Quyida mobil ilovangiz yordamida yaratilgan kodni kiriting:', 'BookStack'],
  ['کد دو فاکتور را وارد کنید', 'Snipe-IT'],
])('a field labelled “%s” (%s) is found by its label alone', (label) => {
  expect(best(page([field({ label })]))?.fields).toEqual([0]);
});

test.each([
  'Coupon code',
  'Gutscheincode',
  'Code postal',
  'Código do produto',
  'Промокод',
  '邀请码',
  '郵便番号',
  '쿠폰 코드',
  'PLZ',
  '6 digit pincode',
  'Meeting passcode',
  'Webhook verify token',
])('a field labelled “%s” is left alone', (label) => {
  expect(best(page([field({ label, maxLength: 6, inputMode: 'numeric' })]))).toBeNull();
});

test('a bare “Code” counts only where the page speaks of a second step', () => {
  const alone = page([field({ label: 'Code' })], { text: 'Enter your code' });
  const second = page([field({ label: 'Code' })], { text: 'Open your authenticator app' });
  expect(best(alone)).toBeNull();
  expect(best(second)).not.toBeNull();
});

test('“Verification code” beside a password is a captcha, unless something was sent or the context says otherwise', () => {
  const others = [field({ names: 'user' }), field({ type: 'password', names: 'password' })];
  const code = field({ label: 'Verification code', names: 'verifyCode' });
  expect(best(page([...others, code]))).toBeNull();
  expect(best(page([...others, code], { buttons: 'Send code' }))?.fields).toEqual([2]);
});

test('a recovery code is refused even when the page says one-time-code', () => {
  // Laravel Jetstream does.
  const recovery = field({ label: 'Recovery Code', names: 'recovery_code', autocomplete: 'one-time-code' });
  expect(best(page([recovery], { text: 'Two-factor' }))).toBeNull();
  const both = field({ label: 'Authentication code or backup code', autocomplete: 'one-time-code' });
  expect(best(page([both]))).not.toBeNull();
});

test('an offer of recovery beside the field does not make it a recovery field', () => {
  const code = field({ label: 'Code', before: 'Two-factor authentication' });
  const on = page([code], {
    headings: 'Two-factor authentication',
    text: 'Lost your phone? Enter a recovery code.',
  });
  expect(best(on)).not.toBeNull();
  const asked = page([field({ label: 'Code' })], { headings: 'Enter a backup code' });
  expect(best(asked)).toBeNull();
});

test.each([
  ['a surname', 'Confirmation code', [field({ label: 'Last name' })], {}],
  ['a button to join', '6 digit code', [], { buttons: 'Join' }],
  ['the digits of a card', 'Last 4 digits of your card', [], {}],
])('beside %s “%s” is no code of ours', (_, label, others, scope) => {
  expect(best(page([field({ label, maxLength: 6 }), ...others], scope))).toBeNull();
});

test('a new password beside it means that the code was sent', () => {
  const renewed = field({ type: 'password', label: 'Nueva contraseña' });
  expect(best(page([field({ label: 'Código de verificación' }), renewed]))?.fields).toEqual([0]);
});

test('the page may say it for the browser', () => {
  expect(best(page([field({ autocomplete: 'one-time-code webauthn' })]), OFFER_SCORE)).not.toBeNull();
  expect(best(page([field({ label: 'Authentication code', autocomplete: 'cc-csc' })]))).toBeNull();
});

test('six boxes are one field, in order', () => {
  const found = best(
    page(boxes(6, { maxLength: 1 }), { text: 'Enter the 6-digit code from your authenticator app' }),
  );
  expect(found).toMatchObject({ shape: 'row', fields: [0, 1, 2, 3, 4, 5] });
});

test('boxes whose first takes the whole code are one row all the same', () => {
  // Authelia, Clerk.
  const [first, ...rest] = boxes(6, { maxLength: 1 });
  const on = page([{ ...(first ?? field()), maxLength: 6 }, ...rest], { text: 'One-Time Password' });
  expect(best(on)?.fields).toHaveLength(6);
});

test.each([
  ['a licence key', boxes(5, { maxLength: 5, label: 'Licence key' })],
  ['a card number', boxes(4, { maxLength: 4, label: 'Card number' })],
  ['a date', boxes(3, { maxLength: 2, label: 'Date of birth' })],
  ['boxes without a word', boxes(6, { maxLength: 1 })],
])('%s is no row of a code', (_, fields) => {
  expect(best(page(fields))).toBeNull();
});

test('a puzzle is no code', () => {
  const lines = [0, 1, 2].flatMap((line) =>
    boxes(5, { maxLength: 1 }).map((box) => ({ ...box, box: { ...box.box, top: line * 48 } })),
  );
  expect(best(page(lines, { text: 'Enter your guess' }))).toBeNull();
});

test('a password field is taken only for words of its own', () => {
  const password = field({ type: 'password', label: 'Password', names: 'password' });
  expect(best(page([password], { text: 'Two-factor authentication' }))).toBeNull();
  expect(best(page([field({ type: 'password', names: 'oneTimePasscode' })]))).not.toBeNull();
});

test('how codes are to be is a setting, also where the words only stand before the field', () => {
  const settings = { headings: 'Two-factor authentication', text: 'OTP settings' };
  for (const says of [{ before: 'Code length', label: 'Code length' }, { label: 'Number of digits' }])
    expect(best(page([field({ ...says, type: 'number' })], settings))).toBeNull();
});

// RFC 8628, section 3.3: the code is shown by the other device.
test('a code that another device shows lets that device in', () => {
  const text = 'Enter the code displayed in the app or on the device you’re signing in to.';
  const on = page(boxes(8, { names: 'user-code', maxLength: 1, before: text }), { text });
  expect(best(on)).toBeNull();
});

test('beside a text to write, “verification code” is a captcha', () => {
  const message = field({ type: 'textarea', label: 'Your message' });
  expect(best(page([message, field({ label: 'Verification code', maxLength: 6 })]))).toBeNull();
});

test('a page with a code to verify and nothing else asks for it, though not surely', () => {
  const only = page([field({ label: 'Code', names: 'code' })], { text: 'Verify', buttons: 'Verify' });
  expect(best(only)).not.toBeNull();
  expect(best(only, OFFER_SCORE)).toBeNull();
});

test('a name that says recovery does not outweigh a message that was sent', () => {
  const text = 'Enter the code we sent to +1 ••• 12';
  const sent = page([field({ label: 'SMS code', names: 'tel-recovery-code' })], { text });
  expect(best(sent)).not.toBeNull();
  expect(best(page([field({ label: 'Code', names: 'tel-recovery-code' })], { text }))).toBeNull();
});

test('what somebody calls an authenticator is no code of it', () => {
  const on = page([field({ label: 'Name of this authenticator' })], {
    headings: 'Two-factor authentication',
  });
  expect(best(on)).toBeNull();
});

test('a code that is printed on something was not made for now', () => {
  const text = 'Enter the 8-digit code from your ballot card.';
  expect(best(page([field({ before: text, names: 'code', maxLength: 8 })], { text }))).toBeNull();
});

test('a label and a button are two things, not one phrase', () => {
  // Indonesian: “kode … kirim” is a code to be sent; here “voucher code” stands above a button “Send”.
  const on = page([field({ label: 'Kode unik', type: 'number' })], {
    text: 'Kode voucher',
    buttons: 'Kirim',
  });
  expect(best(on)).toBeNull();
});

test('“auth/backup code” offers both', () => {
  const both = field({
    label: 'Enter auth/backup code',
    placeholder: '6-digit authentication code/backup code',
  });
  expect(best(page([both]))?.fields).toEqual([0]);
});

test('one editable element is taken when it is made for digits or its label says so, and no place to write', () => {
  const line = { type: 'editable', box: { left: 0, top: 0, width: 200, height: 32 } };
  const text = 'Enter the 6-digit code';
  const around = { headings: 'Two-factor authentication', text };
  expect(best(page([field({ ...line, inputMode: 'numeric', before: text })], around))).not.toBeNull();
  expect(best(page([field({ ...line, label: 'Authentication code' })], around))).not.toBeNull();
  expect(best(page([field({ ...line, before: text })], around))).toBeNull();
  const wide = { left: 0, top: 0, width: 700, height: 32 };
  expect(best(page([field({ ...line, box: wide, label: 'Message #2fa-help' })], around))).toBeNull();
});

test('a code that one person gives another is none of ours', () => {
  const text = 'Enter the transfer code your friend sent you.';
  expect(best(page([field({ before: text, maxLength: 8 })], { text }))).toBeNull();
});
