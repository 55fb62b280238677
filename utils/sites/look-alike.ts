/** Says when a host only looks like a site that the vault knows. It refuses nothing by itself and never finds a match. */
import { areEquivalent } from './equivalents.ts';
import { readableHost } from './readable.ts';
import { siteOfHost } from './site.ts';
import { mixesScripts, plainLetters, skeleton } from './skeleton.ts';

/** Shorter names are one edit away from half of the dictionary. */
const SHORTEST_FOR_EDITS = 5;
const SHORTEST_FOR_PARTS = 4;

/**
 * @param host as in `Site.host`. @param boundSites sites of the vault's accounts.
 * @returns the bound site that this host looks like, or null.
 */
export function looksLike(host: string, boundSites: Iterable<string>): string | null {
  const here = siteOfHost(host);
  const known = [...new Set([...boundSites].map((site) => siteOfHost(site.toLowerCase())))];
  if (known.some((site) => site === here || areEquivalent(site, here))) return null;
  return known.find((site) => resembles(host, here, site)) ?? null;
}

function resembles(host: string, here: string, bound: string): boolean {
  const label = nameOf(bound);
  if (label === null || isAddress(here)) return false;
  const readable = readableHost(here);
  const name = nameOf(readable) ?? readable;
  if (skeleton(readable) === skeleton(bound) || skeleton(name) === skeleton(label)) return name !== label;
  // Several alphabets in one name are themselves a disguise; then less likeness is enough.
  const slack = mixesScripts(name) ? 2 : 1;
  const long = label.length >= SHORTEST_FOR_EDITS;
  if (
    long &&
    name !== label &&
    [skeleton, plainLetters].some((seen) => isWithinEdits(seen(name), seen(label), slack))
  )
    return true;
  if (label.length < SHORTEST_FOR_PARTS) return false;
  return carriesAsPart(host, here, bound, label);
}

/** `github.com.evil.io`, `github-login.com`, `login-github.evil.io`; not `gist.github.com`, which is the site itself. */
function carriesAsPart(host: string, here: string, bound: string, label: string): boolean {
  const left = here === host ? '' : host.slice(0, -here.length - 1);
  if (`.${left}.`.includes(`.${bound}.`)) return true;
  const own = readableHost(nameOf(here) ?? here);
  return [own, ...left.split('.')].some((part) => isPieceOf(part, label));
}

/** Between hyphens; the name itself may hold some. */
function isPieceOf(part: string, label: string): boolean {
  const [whole, piece] = [skeleton(part), skeleton(label)];
  return whole !== piece && `-${whole}-`.includes(`-${piece}-`);
}

/** The part of a registrable domain that its owner chose: `example` of `example.co.uk`. */
function nameOf(site: string): string | null {
  const [label] = site.split('.');
  return label === undefined || label === '' || isAddress(site) || !site.includes('.') ? null : label;
}

function isAddress(host: string): boolean {
  return /^[\d.]+(?::\d+)?$/.test(host) || host.startsWith('[');
}

/** Optimal string alignment: insert, delete, replace, swap neighbours. */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let older: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const at = (list: number[], place: number) => list[place] ?? Number.POSITIVE_INFINITY;
      let least = Math.min(at(before, j) + 1, at(row, j - 1) + 1, at(before, j - 1) + (same ? 0 : 1));
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (i > 1 && j > 1 && swapped) least = Math.min(least, at(older, j - 2) + 1);
      row.push(least);
    }
    older = before;
    before = row;
  }
  return (before[b.length] ?? Number.POSITIVE_INFINITY) <= most;
}
