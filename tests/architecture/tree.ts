/** A tree of sources with its edges resolved: who names whom, and what a bundle holds. The real tree or one made up by a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Edge, edgesOf } from './edges.ts';

export interface ResolvedEdge extends Edge {
  /** A path of the tree, `package:name` for a dependency, or null when it leads nowhere. */
  readonly to: string | null;
}

export interface Tree {
  readonly paths: readonly string[];
  readonly edges: readonly ResolvedEdge[];
  /** All that is in the bundle of this entry, packages as `package:name`. By value only, and not into workers. */
  reachable(entry: string): Map<string, readonly string[]>;
}

const CODE = /\.tsx?$/;
/** Where what we ship is written. */
const FOLDERS = ['entrypoints', 'components', 'utils'];

/** @param files source by path from the root, with `/`; other files than code count as there and name nobody. */
export function treeOf(files: ReadonlyMap<string, string>, dependencies: ReadonlySet<string>): Tree {
  const edges = [...files]
    .filter(([path]) => CODE.test(path) && !path.endsWith('.d.ts'))
    .flatMap(([path, source]) => edgesOf(path, source))
    .map((edge) => ({ ...edge, to: resolveEdge(edge, files, dependencies) }));
  const outgoing = Map.groupBy(edges, ({ from }) => from);
  return {
    paths: [...files.keys()],
    edges,
    reachable(entry) {
      const ways = new Map<string, readonly string[]>([[entry, [entry]]]);
      // Grows while it is walked: each file is visited once, by its shortest way.
      for (const [path, way] of ways) {
        for (const { to, isType, isWorker } of outgoing.get(path) ?? []) {
          if (to !== null && !isType && !isWorker && !ways.has(to)) ways.set(to, [...way, to]);
        }
      }
      return ways;
    },
  };
}

export function realTree(root: string): Tree {
  const files = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(root, path).replaceAll('\\', '/');
      files.set(name, CODE.test(name) ? readFileSync(path, 'utf8') : '');
    }
  }
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  // WXT is the frame that entry points and adapters are written for: it is a tool, and its browser object ships.
  return treeOf(files, new Set([...Object.keys(dependencies), 'wxt']));
}

function resolveEdge(
  { from, request }: Edge,
  files: ReadonlyMap<string, string>,
  dependencies: ReadonlySet<string>,
): string | null {
  const plain = request.replace(/\?.*$/, '');
  if (plain.startsWith('.')) {
    const path = relative('/', resolve('/', from, '..', plain)).replaceAll('\\', '/');
    return files.has(path) ? path : null;
  }
  if (plain.startsWith('node:')) return `package:${plain}`;
  const [first = '', second = ''] = plain.split('/');
  const name = plain.startsWith('@') ? `${first}/${second}` : first;
  return dependencies.has(name) ? `package:${name}` : null;
}
