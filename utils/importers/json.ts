/** JSON from strangers: depth is bounded before it is parsed, names that stand twice are told, `__proto__` is dropped. */
import { Fault } from '../fault.ts';
import { MAX_DEPTH } from './limits.ts';

export interface JsonReading {
  readonly value: unknown;
  /** Names that an object holds twice: the parser keeps the last one, so something was lost. */
  readonly repeatedNames: readonly string[];
}

/** @returns null when it is no JSON at all. @throws Fault `import/malformed` (detail `depth`). */
export function readJson(text: string): JsonReading | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const repeatedNames = scan(text);
  try {
    const value: unknown = text.includes('__proto__')
      ? JSON.parse(text, (name, item) => (name === '__proto__' ? undefined : item))
      : JSON.parse(text);
    return { value, repeatedNames };
  } catch {
    // The parser's own error quotes the text.
    return null;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

/** One pass over the text: how deep it goes, and which names repeat. What is no JSON is left to the parser. */
function scan(text: string): string[] {
  const repeated = new Set<string>();
  /** For each open bracket the names seen; null in a list. */
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (names && isName(text, end)) noteName(text.slice(at + 1, end), names, repeated);
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      open.push(code === 0x7b ? new Set() : null);
      if (open.length > MAX_DEPTH) throw new Fault('import/malformed', 'depth');
    } else if (code === 0x7d || code === 0x5d) open.pop();
  }
  return [...repeated];
}

/** @returns the place of the closing quote. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}

function isName(text: string, endOfName: number): boolean {
  let at = endOfName + 1;
  while (text.charCodeAt(at) <= 32) at += 1;
  return text.charCodeAt(at) === COLON;
}

function noteName(raw: string, names: Set<string>, repeated: Set<string>): void {
  const name = raw.includes('\\') ? unescaped(raw) : raw;
  // Some files put whole accounts into a name: only what looks like a name is ever told.
  if (names.has(name)) repeated.add(/^[\w$.-]{1,40}$/.test(name) ? name : '…');
  names.add(name);
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return raw;
  }
}
