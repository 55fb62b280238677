/** A page to print: each account with its QR code and its address as text, which our importer and anybody's phone can read. */
import encodeQr from 'qr';
import { HASHES } from '../otp/kind.ts';
import { KINDS } from '../otp/kinds.ts';
import { writeOtpUri } from '../otp/uri.ts';
import { carrying } from './carry.ts';
import type { ExportEntry, Exporter, SheetWords } from './exporter.ts';

const LIMITS = {
  kinds: KINDS.map(({ id }) => id),
  hashes: HASHES,
  digits: [1, 10],
  periodsSeconds: null,
} as const;

const STYLE = `
body { font: 11pt/1.4 system-ui, sans-serif; margin: 2em; color: #000; background: #fff }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th:last-child { width: 46% }
th, td { border: 1px solid #999; padding: 0.5em; text-align: start; vertical-align: top; overflow-wrap: anywhere }
tr { break-inside: avoid }
svg { width: 36mm; height: 36mm; display: block }
code { font: 8pt/1.3 ui-monospace, monospace }
td[data-field="note"] { white-space: pre-wrap }
`;

export const sheet: Exporter = {
  id: 'sheet',
  name: 'HTML',
  form: 'file',
  carry: carrying(LIMITS, ['note', 'pinned']),
  write: (entries, words) => [
    { name: 'accounts.html', mediaType: 'text/html', text: pageOf(entries, words) },
  ],
};

function pageOf(entries: readonly ExportEntry[], words: SheetWords): string {
  const heads = [words.service, words.login, words.note, words.code].map(
    (head) => `<th>${escaped(head)}</th>`,
  );
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head><meta charset="utf-8"><title>${escaped(words.title)}</title><style>${STYLE}</style></head>
<body>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.warning)}</p>
<table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${entries.map(rowOf).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

/** The fields have names of their own, because the head of the table is in the reader's language. */
function rowOf(entry: ExportEntry): string {
  const address = writeOtpUri({ ...entry, extra: {} });
  const picture = encodeQr(address, 'svg', { ecc: 'medium' });
  return `<tr data-pinned="${entry.pinned}"><td data-field="issuer">${escaped(entry.service)}</td><td data-field="name">${escaped(entry.login)}</td><td data-field="note">${escaped(entry.note)}</td><td>${picture}<code data-field="address">${escaped(address)}</code></td></tr>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
