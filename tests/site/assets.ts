/** Files of the pages: scripts, style, icon. Read once, when first asked for. */
import { readFileSync } from 'node:fs';
import { page, type Reply } from './exchange.ts';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};
const read = new Map<string, Uint8Array>();

/** @param name as in the path after `/assets/`; anything but a plain file name is not found. */
export function asset(name: string): Reply {
  const type = TYPES[name.split('.')[1] ?? ''];
  if (type === undefined || !/^[a-z-]+\.[a-z]+$/.test(name)) return page('', 404);
  try {
    const body = read.get(name) ?? readFileSync(new URL(`./assets/${name}`, import.meta.url));
    read.set(name, body);
    return { status: 200, type, body };
  } catch {
    return page('', 404);
  }
}
