/** Reads the lists of files that WebDAV and S3 servers give: XML, of which only a few elements matter. No parser in workers. */
import type { ListedFile } from './newest.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (xml: string) =>
  xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10))
      : (ENTITIES[name] ?? whole),
  );

/** Every element of this name, whatever its prefix. */
export function elements(xml: string, name: string): string[] {
  const pattern = new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w-]+:)?${name}>`, 'gi');
  return [...xml.matchAll(pattern)].map(([, inside = '']) => plain(inside.trim()));
}

const dateOf = (text: string | undefined) => {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? null : ms;
};

/** RFC 4918 multistatus: one response a file, by its whole path. Folders end with a slash. */
export function filesOfMultistatus(xml: string): ListedFile[] {
  return raw(xml, 'response').flatMap((response) => {
    const path = elements(response, 'href')[0] ?? '';
    const last = path.split('/').at(-1) ?? '';
    if (last === '') return [];
    return { name: decoded(last), modifiedAtMs: dateOf(elements(response, 'getlastmodified')[0]) };
  });
}

/** ListObjectsV2. @param prefix of the folder, which names begin with. */
export function filesOfBucket(xml: string, prefix: string): ListedFile[] {
  return raw(xml, 'Contents').map((contents) => ({
    name: (elements(contents, 'Key')[0] ?? '').slice(prefix.length),
    modifiedAtMs: dateOf(elements(contents, 'LastModified')[0]),
  }));
}

/** Not yet unescaped: what is inside is read again. */
function raw(xml: string, name: string): string[] {
  const pattern = new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w-]+:)?${name}>`, 'gi');
  return [...xml.matchAll(pattern)].map(([, inside = '']) => inside);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
