/** The document inside KeePass files of version 2 and up: groups, entries and their fields. Source: keepass.info/help/kb/kdbx.html. */
import { decodeBase64 } from '../encoding/base64.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { Fault } from '../fault.ts';
import { joined, readEach } from './entries.ts';
import type { ImportEntry, ImportReading } from './importer.ts';
import { isOtpField, type KeepassFields, keepassOtps } from './keepass-otp.ts';
import { elementsIn, type MarkupElement, textOf } from './markup.ts';

/** Opens one protected value. Called in the order of the document, for unused values and history as well. */
type Unmask = (masked: Uint8Array) => Uint8Array;

interface KeepassEntry {
  readonly fields: KeepassFields;
  readonly tags: readonly string[];
  readonly group: string;
}

/** @param unmask null for a plain export. @throws Fault `import/malformed`. */
export function readKeepassDocument(root: MarkupElement, unmask: Unmask | null): ImportReading {
  const values = unmask === null ? new Map<MarkupElement, string>() : unmasked(root, unmask);
  const meta = elementsIn(root, 'Meta')[0];
  const textIn = (parent: MarkupElement | undefined, name: string) => {
    const child = parent && elementsIn(parent, name)[0];
    return child === undefined ? '' : (values.get(child) ?? textOf(child));
  };
  const bin = /^true$/i.test(textIn(meta, 'RecycleBinEnabled')) ? textIn(meta, 'RecycleBinUUID') : '';
  const entriesIn = (group: MarkupElement, path: readonly string[]): KeepassEntry[] => [
    ...elementsIn(group, 'Entry').map((entry) => ({
      fields: new Map(
        elementsIn(entry, 'String').map((field) => [textIn(field, 'Key'), textIn(field, 'Value')]),
      ),
      tags: textIn(entry, 'Tags')
        .split(/[;,]/)
        .map((tag) => tag.trim()),
      group: path.join('/'),
    })),
    ...elementsIn(group, 'Group')
      .filter((inner) => bin === '' || textIn(inner, 'UUID') !== bin)
      .flatMap((inner) => entriesIn(inner, [...path, textIn(inner, 'Name')])),
  ];
  // The first group is the database itself: its name says nothing.
  const top = elementsIn(root, 'Root').flatMap((holder) => elementsIn(holder, 'Group'));
  return joined(top.map((group) => readEntries(entriesIn(group, []))));
}

function unmasked(root: MarkupElement, unmask: Unmask): Map<MarkupElement, string> {
  const values = new Map<MarkupElement, string>();
  const visit = (element: MarkupElement) => {
    if (/^true$/i.test(element.attributes.Protected ?? '')) {
      values.set(element, DECODER.decode(unmask(maskedIn(element))));
    } else for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return values;
}

const DECODER = new TextDecoder();

function maskedIn(element: MarkupElement): Uint8Array {
  try {
    return decodeBase64(textOf(element));
  } catch (error) {
    if (!isMalformedText(error)) throw error;
    throw new Fault('import/malformed', 'protected value');
  }
}

function readEntries(entries: readonly KeepassEntry[]): ImportReading {
  return readEach(entries, 'Entry', readEntry, ({ fields }) => fields.get('Title'));
}

/** Entries without a code are passwords, which are not ours to keep. */
function readEntry({ fields, tags, group }: KeepassEntry): ImportEntry[] {
  if (![...fields].some(([name, value]) => isOtpField(name) && value.trim() !== '')) return [];
  const field = (name: string) => fields.get(name) ?? '';
  return keepassOtps(fields, {
    service: field('Title'),
    login: field('UserName'),
    note: field('Notes'),
    sites: [
      field('URL'),
      ...[...fields].filter(([name]) => /^KP2A_URL/.test(name)).map(([, url]) => url),
    ].filter(Boolean),
    tags: [...new Set([...(group === '' ? [] : [group]), ...tags])].filter(Boolean),
  });
}
