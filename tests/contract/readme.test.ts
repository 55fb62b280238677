/** The README is true to the tree: its map, its pictures, its commands, and a reason for each dependency. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const packageJson = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'scripts',
  Record<string, string>
>;
/** Made by tools, never kept. */
const MADE = new Set(['node_modules', 'test-results', 'playwright-report']);

/** Paths of the map: indentation tells the folder; a line may name several. */
function pathsOfMap(): string[] {
  const [, map = ''] = readme.split(/^## Map$/m);
  const lines = (/```\n([\s\S]*?)```/.exec(map)?.[1] ?? '').split('\n').filter((line) => line.trim() !== '');
  const folders: string[] = [];
  return lines.flatMap((line) => {
    const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
    const names = (line.trim().split(/ {2,}/)[0] ?? '').split(' ');
    const within = folders.slice(0, depth).join('');
    folders[depth] = names[0] ?? '';
    return names.map((name) => within + name);
  });
}

describe('the map', () => {
  const paths = pathsOfMap();

  test('names only what is there', () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('has every top folder', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !MADE.has(entry.name))
      .map(({ name }) => `${name}/`)
      .filter((name) => !/^\.(?!ci)/.test(name));
    expect(folders.filter((folder) => !paths.includes(folder))).toEqual([]);
  });
});

test('every picture and every linked file is there', () => {
  const linked = [...readme.matchAll(/\]\(((?!https?:|#)[^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(linked.length).toBeGreaterThan(8);
  expect(linked.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every dependency has its line with a reason', () => {
  const { dependencies, devDependencies, optionalDependencies } = packageJson;
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const lines = [...readme.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(
    ([, name, why]) => [name, why] as const,
  );
  const reasons = new Map(lines);
  expect(names.filter((name) => (reasons.get(name) ?? '').length < 4)).toEqual([]);
});

test('no line stands for a package that is gone', () => {
  const { dependencies, devDependencies, optionalDependencies } = packageJson;
  const names = new Set(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }));
  const [, tables = ''] = readme.split(/^## Dependencies$/m);
  const named = [...tables.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

test('every command it names is one', () => {
  const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});
