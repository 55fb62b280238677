/** Which field of a page takes what a person wants entered there that is no code of ours. Pure; asked for, never offered. */
import { detectCodeFields } from './detect.ts';
import { ASKED_SCORE, type FieldSnapshot, OFFER_SCORE, type PageSnapshot } from './field.ts';
import { fold, foldNames } from './fold.ts';

export type EntrySort = 'number' | 'address' | 'recovery';

const PHONE =
  / (?:e ?phone|phone|phones|phonenumber|phoneno|phonenum|mobile|mobilephone|tel|telephone|telefon\w*|cell|cellphone|handy\w*|movil|celular|telefono|telefone|portable|no hp|sdt|so dien thoai|телефон\w*|номер телефона)(?= )|手机|手機|电话|電話|携帯|휴대폰|휴대전화|전화번호|โทรศัพท์|الهاتف|الجوال|موبایل|טלפון/u;
const MAIL =
  / (?:e mail|email|emailaddress|mail|e posta|eposta|correo|courriel|почта|почты)(?= )|邮箱|郵箱|邮件|電子郵件|信箱|メール|이메일|อีเมล|البريد|ایمیل|אימייל/u;
/** A country code has a box of its own beside the number. */
const COUNTRY =
  / (?:country|country code|area code|dial code|prefix|vorwahl|indicatif)(?= )|国家|地区|區號|区号|国番号/u;

const LEAST_POINTS = 4;
const TYPED = new Set(['text', 'tel', 'number', 'email']);

/** @returns its place in `page.fields`, or null where none is sure enough. */
export function entryField(page: PageSnapshot, sort: EntrySort): number | null {
  if (sort === 'recovery') return recoveryField(page);
  const codes = new Set(
    detectCodeFields(page, OFFER_SCORE).flatMap(({ fields, verdict }) => (verdict === null ? fields : [])),
  );
  const [best] = page.fields
    .filter(({ usable, type, index }) => usable && TYPED.has(type) && !codes.has(index))
    .map((field) => ({ field, points: sort === 'number' ? numberPoints(field) : addressPoints(field) }))
    .filter(({ points }) => points >= LEAST_POINTS)
    // The empty one of two, such as the new number beside the old.
    .sort(
      (a, b) => b.points - a.points || Number(b.field.value === 'empty') - Number(a.field.value === 'empty'),
    );
  return best?.field.index ?? null;
}

const wordsOf = ({ names, label, placeholder, before }: FieldSnapshot) =>
  `${foldNames(names)}${fold(`${label} . ${placeholder}`)}${label === '' && placeholder === '' ? fold(before) : ''}`;

function numberPoints(field: FieldSnapshot): number {
  const words = wordsOf(field);
  const tokens = field.autocomplete.toLowerCase();
  let points = 0;
  if (/(?:^|\s)tel(?:-national|-local)?$/.test(tokens)) points += 6;
  if (/one-time-code|email|country/.test(tokens)) points -= 8;
  if (field.type === 'tel') points += 3;
  if (PHONE.test(words)) points += 4;
  if (MAIL.test(words) && !PHONE.test(words)) points -= 6;
  if (COUNTRY.test(words) && !PHONE.test(words)) points -= 6;
  if (field.maxLength !== null && field.maxLength < 7) points -= 6;
  return points;
}

function addressPoints(field: FieldSnapshot): number {
  const words = wordsOf(field);
  let points = 0;
  if (/(?:^|\s)email$/i.test(field.autocomplete)) points += 6;
  if (field.type === 'email') points += 5;
  if (MAIL.test(words)) points += 4;
  if (field.type === 'tel' || field.type === 'number' || /one-time-code/i.test(field.autocomplete))
    points -= 8;
  return points;
}

/** One that asks for such a code; else the one for codes of every sort, as many services have it. */
function recoveryField(page: PageSnapshot): number | null {
  const singles = detectCodeFields(page, Number.NEGATIVE_INFINITY).filter(({ shape }) => shape === 'single');
  const asking = singles.find(({ verdict }) => verdict === 'recovery');
  const found = asking ?? singles.find(({ score, verdict }) => score >= ASKED_SCORE && verdict === null);
  return found?.fields[0] ?? null;
}
