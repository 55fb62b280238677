/** Punycode back into letters, for reading only: comparisons use what the browser reports. RFC 3492. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;

export function readableHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');
}

function adapt(delta: number, points: number, first: boolean): number {
  let left = first ? Math.floor(delta / 700) : delta >> 1;
  left += Math.floor(left / points);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor((BASE * left) / (left + 38));
}

function digitOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : BASE;
}

/** @returns null for what is no punycode: it is then shown as it came. */
function decodeLabel(text: string): string | null {
  const split = text.lastIndexOf('-');
  const output = split > 0 ? [...text.slice(0, split)].map((letter) => letter.codePointAt(0) ?? 0) : [];
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = split > 0 ? split + 1 : 0; at < text.length; ) {
    const before = i;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(text[at++] ?? '?');
      if (digit >= BASE) return null;
      i += digit * weight;
      const limit = k <= bias ? T_MIN : Math.min(k - bias, T_MAX);
      if (digit < limit) break;
      weight *= BASE - limit;
    }
    const points = output.length + 1;
    bias = adapt(i - before, points, before === 0);
    n += Math.floor(i / points);
    i %= points;
    if (n > 0x10ffff) return null;
    output.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...output);
}
