/** Who may import whom. The table of the README as data; each rule has a name, under which a test plants a breach of it. */
import type { ResolvedEdge, Tree } from './tree.ts';

export interface Breach {
  readonly rule: string;
  readonly what: string;
}

/**
 * Folders of the core and what each may name, types included. Its own folder, `fault.ts` and `ports.ts` are open to all, and so
 * are the types of `views.ts`: what the vault tells of itself is a view.
 */
export const CORE: Readonly<Record<string, readonly string[]>> = {
  encoding: [],
  crypto: ['encoding'],
  sites: [],
  sms: [],
  otp: ['crypto', 'encoding'],
  factors: ['otp', 'sites'],
  accounts: ['factors', 'otp', 'sites'],
  journal: ['crypto', 'encoding'],
  guides: ['factors', 'sites'],
  flows: ['accounts', 'factors', 'guides', 'sms'],
  autofill: ['accounts', 'sites'],
  vault: ['accounts', 'factors', 'flows', 'journal', 'crypto', 'encoding', 'otp'],
  backup: ['vault', 'accounts', 'factors', 'otp', 'crypto', 'encoding'],
  importers: ['accounts', 'factors', 'otp', 'backup', 'crypto', 'encoding'],
  exporters: ['accounts', 'factors', 'otp', 'backup', 'crypto', 'encoding'],
  sync: ['vault', 'backup', 'crypto', 'encoding'],
};

const OPEN_TO_CORE = /^utils\/(fault|ports)\.ts$/;
/** Browser, framework and network packages: in the core they would be a way around its ports. */
const NOT_FOR_CORE = /^package:(wxt|preact|@preact\/|@webext-core\/|idb|aws4fetch|lucide-preact|node:)/;
const PLATFORM_MAY = /^utils\/((ports|protocol|fault)\.ts|autofill\/field|sites\/|encoding\/|platform\/)/;
const IN_PLATFORM = /^utils\/platform\/(?!.*\.worker\.ts$)/;
const WORKERS_MAY = /^utils\/(fault\.ts|(otp|crypto|backup|importers|exporters|encoding|platform)\/)/;
const COMPONENTS_MAY = /^(components\/|utils\/((protocol|fault|views)\.ts|platform\/))/;
const SECRET_FOLDERS = /^utils\/(otp|crypto|vault|backup|importers|exporters|sync)\//;
/** Where sealed records are kept. Only the background opens it. */
const STORE = /^(utils\/platform\/([\w-]*(store|copies|copy|database|idb|opfs)[\w-]*)(\.ts|\/)|package:idb$)/;
const PAGE_ENTRIES = /^entrypoints\/(popup|manager)\/main\.tsx?$/;
/** Scripts that run in visited pages: unlisted ones that the background puts in, and WXT's own kind. */
const CONTENT_ENTRIES = /^entrypoints\/(fill-[\w-]+|[\w-]+\.content)(\/index)?\.tsx?$/;
const BACKGROUND_ENTRY = /^entrypoints\/background(\/index)?\.ts$/;

const folderOf = (path: string) => /^utils\/([\w-]+)\//.exec(path)?.[1];
const isOurs = (path: string | null): path is string => path !== null && !path.startsWith('package:');

type EdgeRule = readonly [name: string, isBroken: (edge: ResolvedEdge & { readonly to: string }) => boolean];

const EDGE_RULES: readonly EdgeRule[] = [
  ...Object.entries(CORE).map(
    ([folder, allowed]): EdgeRule => [
      `utils/${folder} names only ${['its own', ...allowed].join(', ')}`,
      ({ from, to, isType }) => {
        if (folderOf(from) !== folder || !isOurs(to) || OPEN_TO_CORE.test(to)) return false;
        if (isType && to === 'utils/views.ts') return false;
        return ![folder, ...allowed].includes(folderOf(to) ?? '');
      },
    ],
  ),
  [
    'the core names no browser, framework or network package',
    ({ from, to }) =>
      folderOf(from) !== undefined && CORE[folderOf(from) ?? ''] !== undefined && NOT_FOR_CORE.test(to),
  ],
  [
    'protocol, views, fault and ports name only types of ours',
    ({ from, to, isType }) => /^utils\/[\w-]+\.ts$/.test(from) && isOurs(to) && !isType,
  ],
  [
    'platform takes values only from ports, protocol, fault, autofill/field, sites and encoding',
    ({ from, to, isType }) => IN_PLATFORM.test(from) && isOurs(to) && !isType && !PLATFORM_MAY.test(to),
  ],
  [
    'workers take values only from otp, crypto, backup, importers, exporters, encoding, fault and platform',
    ({ from, to, isType }) => from.endsWith('.worker.ts') && isOurs(to) && !isType && !WORKERS_MAY.test(to),
  ],
  [
    'components take values only from platform, protocol, fault',
    ({ from, to, isType }) =>
      from.startsWith('components/') && isOurs(to) && !isType && !COMPONENTS_MAY.test(to),
  ],
  [
    'components never name the insides of the vault',
    ({ from, to }) =>
      from.startsWith('components/') && /^utils\/(vault|crypto|backup|importers|exporters|sync)\//.test(to),
  ],
  [
    'utils and components never name an entry point',
    ({ from, to }) => /^(utils|components)\//.test(from) && to.startsWith('entrypoints/'),
  ],
  [
    'utils never name components',
    ({ from, to }) => from.startsWith('utils/') && to.startsWith('components/'),
  ],
  [
    'entry points do not name one another',
    ({ from, to }) => {
      const entry = (path: string) => /^entrypoints\/([\w-]+)/.exec(path)?.[1];
      return entry(from) !== undefined && entry(to) !== undefined && entry(from) !== entry(to);
    },
  ],
];

interface BundleRule {
  readonly name: string;
  entries(tree: Tree): string[];
  readonly never: RegExp;
}

const entriesLike = (pattern: RegExp) => (tree: Tree) => tree.paths.filter((path) => pattern.test(path));

const BUNDLE_RULES: readonly BundleRule[] = [
  { name: 'popup and manager never hold secrets', entries: entriesLike(PAGE_ENTRIES), never: SECRET_FOLDERS },
  { name: 'popup and manager never hold the store', entries: entriesLike(PAGE_ENTRIES), never: STORE },
  {
    name: 'the content script never holds secrets',
    entries: entriesLike(CONTENT_ENTRIES),
    never: SECRET_FOLDERS,
  },
  { name: 'the content script never holds the store', entries: entriesLike(CONTENT_ENTRIES), never: STORE },
  {
    name: 'the content script never holds schemas',
    entries: entriesLike(CONTENT_ENTRIES),
    never: /^(utils\/protocol\.ts|package:valibot)$/,
  },
  {
    name: 'the background never holds components or the page adapters',
    entries: entriesLike(BACKGROUND_ENTRY),
    never: /^(components\/|utils\/platform\/dom\/)/,
  },
  { name: 'workers never hold the store', entries: workersOf, never: STORE },
  { name: 'workers never hold components', entries: workersOf, never: /^components\// },
];

function workersOf(tree: Tree): string[] {
  const started = tree.edges.flatMap(({ to, isWorker }) => (isWorker && to !== null ? [to] : []));
  const unlisted = tree.paths.filter((path) =>
    /^entrypoints\/[\w.-]*worker[\w.-]*(\/index)?\.ts$/.test(path),
  );
  return [...new Set([...started, ...unlisted])];
}

export const UNRESOLVABLE = 'every import leads to a file of ours or to a dependency';
export const UNKNOWN_FOLDER = 'every folder of the core has its line in the table';
export const RULE_NAMES: readonly string[] = [
  UNRESOLVABLE,
  UNKNOWN_FOLDER,
  ...EDGE_RULES.map(([name]) => name),
  ...BUNDLE_RULES.map(({ name }) => name),
];

export function breachesOf(tree: Tree): Breach[] {
  const breaches: Breach[] = [];
  for (const edge of tree.edges) {
    const { from, request, to } = edge;
    if (to === null) {
      breaches.push({ rule: UNRESOLVABLE, what: `${from} → ${request}` });
      continue;
    }
    for (const [rule, isBroken] of EDGE_RULES) {
      if (isBroken({ ...edge, to })) breaches.push({ rule, what: `${from} → ${to}` });
    }
  }
  const known = new Set([...Object.keys(CORE), 'platform', 'cli']);
  for (const path of tree.paths) {
    const folder = folderOf(path);
    if (folder !== undefined && !known.has(folder)) breaches.push({ rule: UNKNOWN_FOLDER, what: path });
  }
  for (const { name, entries, never } of BUNDLE_RULES) {
    for (const entry of entries(tree)) {
      const broken = [...tree.reachable(entry)].find(([path]) => never.test(path));
      if (broken !== undefined) breaches.push({ rule: name, what: broken[1].join(' → ') });
    }
  }
  return breaches;
}
