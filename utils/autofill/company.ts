/** What the other fields beside a field say about it: an address to send to, a card, a name, a password. */
import type { FieldSnapshot, PageSnapshot } from './field.ts';
import { fold, foldNames } from './fold.ts';
import { CARD, CONTACT, NEW_PASSWORD, PERSON } from './signs.ts';

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
  /** Somebody writes a text here: a message to the shop, a template. */
  readonly writes: boolean;
}

export function companyOf(field: FieldSnapshot, page: PageSnapshot, row: readonly FieldSnapshot[]): Company {
  const others = page.fields.filter(
    (other) => other.usable && other.form === field.form && !row.includes(other) && other !== field,
  );
  const card = others.some(
    (other) =>
      /cc-number/.test(other.autocomplete) ||
      CARD.test(foldNames(other.names)) ||
      CARD.test(fold(`${other.label} ${other.placeholder} ${labelBefore(other)}`)),
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
  const renewed = passwords.some((other) =>
    NEW_PASSWORD.test(
      `${foldNames(other.names)}${fold(`${other.label} ${other.placeholder} ${labelBefore(other)}`)}`,
    ),
  );
  const writes = others.some(({ type }) => type === 'textarea');
  return { usable: others.length, contact, person, password: passwords.length > 0, renewed, card, writes };
}

/** Words that only stand before a field are its label where it has no other. */
function labelBefore({ label, placeholder, before }: FieldSnapshot): string {
  return label === '' && placeholder === '' ? before : '';
}
