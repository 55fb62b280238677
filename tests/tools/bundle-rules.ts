/** What a shipped file may not hold. Each exception is written out with its reason. */

/** Names that stand in a bundle and are never fetched. */
const KNOWN_ADDRESSES: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^https?:\/\/(www\.)?w3\.org\//, why: 'XML namespaces' },
  { pattern: /^https:\/\/\*\/\*?$/, why: 'the match pattern of optional hosts' },
  { pattern: /^https?:\/\/(localhost|127\.0\.0\.1)(\/|:|$)/, why: 'this machine' },
  {
    pattern: /^https:\/\/(api\.)?2fa\.directory\/(v3\/all\.json|\*)?$/,
    why: 'the public list of services, fetched only when the user asked and granted its host',
  },
  {
    pattern: /^https?:\/\/(\*\.)?$/,
    why: 'the start of a match pattern or address, before a host is put in',
  },
  {
    pattern: /^https:\/\/www\.npmjs\.com\/package\/hash-wasm$/,
    why: 'an error text of hash-wasm, shown to developers',
  },
  {
    pattern: /^https:\/\/github\.com\/sql-js\/sql\.js\/pull\/647$/,
    why: 'an error text of sql.js, shown to developers',
  },
  {
    pattern: /^https:\/\/github\.com\/(mholt\/PapaParse|hectorm\/otpauth|paulmillr\/noble-hashes)$/,
    why: 'licence comments',
  },
  {
    pattern: /^http:\/\/(www\.xfa\.org\/schema|ns\.adobe\.com)\//,
    why: 'names of XML vocabularies in PDF.js',
  },
  {
    pattern: /^https?:\/\/(foo\.bar|example\.com)$/,
    why: 'bases against which PDF.js reads addresses in a document; nothing is fetched from them',
  },
];

const CODE_RULES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'eval', pattern: /(?<![\w$.])eval\s*\(/g },
  { name: 'Function from text', pattern: /(?<![\w$.])Function\s*\(/g },
  { name: 'importScripts', pattern: /(?<![\w$])importScripts\s*\(/g },
  { name: 'timer with text', pattern: /(?<![\w$])set(?:Timeout|Interval)\s*\(\s*["'`]/g },
  { name: 'console', pattern: /(?<![\w$])console\s*\.\s*(?:log|info|debug|table|dir|trace)\s*\(/g },
];

/** Known uses inside libraries, by the text around them. */
const KNOWN_CODE: readonly { readonly around: RegExp; readonly why: string }[] = [
  {
    around: /console\.info\(`Matcher \$\{\w+\} already exists`\)/,
    why: 'zxcvbn, about a matcher added twice',
  },
  { around: /console\.info\(`Info: \$\{\w+\}`\)/, why: 'PDF.js, at a verbosity that is turned off' },
];

export function foreignAddresses(path: string, text: string): string[] {
  const withScheme = text.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\)\]},;$]*/g);
  const withoutScheme = text.matchAll(/(?<=(?:import|fetch|src|href)\s*[(=]\s*["'`])\/\/[\w.-]+[^"'`]*/g);
  return [...withScheme, ...withoutScheme]
    .map(([address]) => address)
    .filter((address) => KNOWN_ADDRESSES.every(({ pattern }) => !pattern.test(address)))
    .map((address) => `${path}: ${address}`);
}

export function forbiddenCode(path: string, text: string): string[] {
  if (!path.endsWith('.js')) return [];
  return CODE_RULES.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)]
      .map(({ index }) => text.slice(Math.max(0, index - 60), index + 60))
      .filter((around) => KNOWN_CODE.every((known) => !known.around.test(around)))
      .map((around) => `${path}: ${name} in …${around}…`),
  );
}
