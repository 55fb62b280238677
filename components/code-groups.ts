/** How a code is shown and spoken. */

/** `123456` → `123 456`: groups of three or four are read and typed without losing one's place. */
export function grouped(code: string): string {
  return groupsOf(code).join(' ');
}

export function groupsOf(code: string): readonly string[] {
  const sizes = GROUPS[code.length];
  if (sizes === undefined) return [code];
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return code.slice(from - size, from);
  });
}

/** Digit by digit, or a screen reader says "one hundred and twenty-three thousand". */
export function spoken(code: string): string {
  return groupsOf(code)
    .map((group) => [...group].join(' '))
    .join(', ');
}

const GROUPS: Readonly<Record<number, readonly number[]>> = {
  6: [3, 3],
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [5, 5],
};
