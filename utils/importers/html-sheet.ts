/**
 * Sheets to print, as Aegis, Stratum and Ente write them: a table with the address of each account, as text or as a picture of
 * its QR code. The address counts; what the table says besides (a note, a star) is added.
 */
import { decodeBase64 } from '../encoding/base64.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { Fault } from '../fault.ts';
import { entryOfForeign, entryOfUri, readEach } from './entries.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { allElements, elementsIn, type MarkupElement, textOf } from './markup.ts';
import { readQrPng } from './qr-image.ts';

const ADDRESS = /(?:otpauth|motp|steam):\/\/[^\s"'<>]+/gi;
const PICTURE = /^data:image\/png;base64,(.*)$/is;

export const htmlSheet: Importer = {
  id: 'html-sheet',
  name: 'HTML',
  recognises: ({ html }) => html !== null && (rowsOf(html).length > 0 || addressesIn(html).length > 0),
  read({ html }) {
    const page = html as MarkupElement;
    const rows = rowsOf(page);
    const header = allElements(page, 'th').map((cell) => textOf(cell).trim().toLowerCase());
    if (rows.length === 0) return readEach(addressesIn(page), 'line', (uri) => entryOfUri(uri));
    return readEach(
      rows,
      'table',
      (row) => entryOfRow(row, header),
      (row) => fieldsIn(row, header).get('issuer'),
    );
  },
};

/** Rows with an address or a picture, and none inside another. */
function rowsOf(page: MarkupElement): MarkupElement[] {
  return allElements(page, 'tr').filter(
    (row) =>
      allElements(row, 'tr').length === 0 && (addressesIn(row).length > 0 || picturesIn(row).length > 0),
  );
}

const addressesIn = (element: MarkupElement) => textOf(element).match(ADDRESS) ?? [];

/** Our own sheets mark it: a note may hold an address too. */
function ownAddressIn(row: MarkupElement): string | null {
  const own = allElements(row, 'code').find(({ attributes }) => attributes['data-field'] === 'address');
  return own === undefined ? null : textOf(own);
}

function picturesIn(element: MarkupElement): string[] {
  return allElements(element, 'img').flatMap(
    ({ attributes }) => PICTURE.exec(attributes.src ?? '')?.[1] ?? [],
  );
}

function entryOfRow(row: MarkupElement, header: readonly string[]): ImportEntry {
  const fields = fieldsIn(row, header);
  const pinned = fields.get('favorite') === 'true' || row.attributes['data-pinned'] === 'true';
  const known = { note: fields.get('note') ?? '', pinned };
  const address = ownAddressIn(row) ?? addressesIn(row)[0] ?? addressInPicture(row);
  return address === null ? entryOfFields(fields, known) : entryOfUri(address, known);
}

function addressInPicture(row: MarkupElement): string | null {
  for (const picture of picturesIn(row)) {
    const text = readQrPng(bytesIn(picture));
    if (text !== null) return text;
  }
  return null;
}

function bytesIn(base64: string): Uint8Array {
  try {
    return decodeBase64(decodeURIComponent(base64));
  } catch (error) {
    if (isMalformedText(error) || error instanceof URIError) return new Uint8Array();
    throw error;
  }
}

/** Cells by the table's header or by the name each carries (our own sheets), and lines of the form `Secret: …`. */
function fieldsIn(row: MarkupElement, header: readonly string[]): ReadonlyMap<string, string> {
  const columns = elementsIn(row, 'td');
  const cells = columns.map((cell) => textOf(cell).trim());
  const byName = columns.flatMap(({ attributes }, at) =>
    attributes['data-field'] === undefined ? [] : [[attributes['data-field'], cells[at] ?? ''] as const],
  );
  const byHeader =
    cells.length === header.length ? cells.map((cell, at) => [header[at] ?? '', cell] as const) : [];
  const lines = allElements(row, 'p').map((line) => textOf(line).trim());
  const named = lines.flatMap((line) => {
    const [, name, value] = /^([A-Za-z]+): (.+)$/s.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
  });
  const [issuer = '', name = ''] = lines;
  const firstLines = named.length > 0 ? [['issuer', issuer] as const, ['name', name] as const] : [];
  return new Map([...byHeader, ...byName, ...firstLines, ...named]);
}

/** These tables leave the period out: it stands in the picture only. @throws Fault `import/no-code` when there is no secret. */
function entryOfFields(fields: ReadonlyMap<string, string>, known: Partial<ImportEntry>): ImportEntry {
  const said = (name: string) => fields.get(name)?.replace(/^-$/, '');
  if (!said('secret')) throw new Fault('import/no-code');
  const kind = said('type') ?? 'totp';
  return entryOfForeign(
    {
      kind,
      secret: said('secret'),
      hash: said('algo') ?? said('algorithm'),
      digits: said('digits'),
      counter: said('counter'),
      pin: said('pin'),
    },
    {
      ...known,
      service: said('issuer') ?? '',
      login: said('name') ?? said('username') ?? '',
      notices: kind.toLowerCase() === 'totp' ? ['periodAssumed'] : [],
    },
  );
}
