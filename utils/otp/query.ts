/** The part of an address after `?`, split before anything is decoded: a name may hold an encoded `&`. */
import { Fault } from '../fault.ts';

interface Parameter {
  readonly name: string;
  /** As written; null for a bare word without `=`. */
  readonly raw: string | null;
}

export class Query {
  readonly #left: Parameter[];

  constructor(text: string) {
    this.#left = text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return at === -1
          ? { name: decodePart(part), raw: null }
          : { name: decodePart(part.slice(0, at)), raw: part.slice(at + 1) };
      });
  }

  /**
   * As written, and no longer among what is left.
   * @throws Fault `otp/malformed-uri` when it is there twice with different values.
   */
  takeRaw(name: string): string | undefined {
    const found = this.#left.filter((parameter) => isNamed(parameter, name));
    const values = new Set(found.flatMap(({ raw }) => raw ?? []));
    if (values.size > 1) throw new Fault('otp/malformed-uri', name);
    for (const parameter of found) this.#left.splice(this.#left.indexOf(parameter), 1);
    return [...values][0];
  }

  /** Decoded. A literal `null` is how one app (Ente) writes what it does not know. @throws as `takeRaw`. */
  take(name: string): string | undefined {
    const raw = this.takeRaw(name);
    return raw === undefined || raw === '' || raw === 'null' ? undefined : decodeQueryPart(raw);
  }

  takeWord(name: string): boolean {
    const at = this.#left.findIndex((parameter) => parameter.raw === null && isNamed(parameter, name));
    if (at !== -1) this.#left.splice(at, 1);
    return at !== -1;
  }

  /** Puts back what was looked at and is still to be kept. */
  keep(name: string, value: string): void {
    this.#left.push({ name, raw: encodePart(value) });
  }

  left(): Record<string, string> {
    return Object.fromEntries(this.#left.map(({ name, raw }) => [name, decodeQueryPart(raw ?? '')]));
  }
}

function isNamed(parameter: Parameter, name: string): boolean {
  return parameter.name.toLowerCase() === name;
}

/** What is not validly encoded is taken as it stands: people write `100%`. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In the query, and only there, a plus is a space (2FAS, Ente write `Air+Canada`). */
export function decodeQueryPart(text: string): string {
  return decodePart(text.replaceAll('+', ' '));
}

export function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
