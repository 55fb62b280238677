/** What a build is made of: its scripts, their sizes as they travel (gzip), and which of them a page loads at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

export const BUILDS = {
  chrome: resolve(import.meta.dirname, '../../.output/chrome-mv3'),
  firefox: resolve(import.meta.dirname, '../../.output/firefox-mv3'),
} as const;
export type Target = keyof typeof BUILDS;

/** @throws Error when it was not built yet. */
export function buildFolder(target: Target): string {
  const folder = BUILDS[target];
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`There is no ${target} build: run \`npm run build -- --all\` first.`);
  }
  return folder;
}

export function readManifest(target: Target): Record<string, unknown> {
  return JSON.parse(readFileSync(join(buildFolder(target), 'manifest.json'), 'utf8'));
}

/** Paths from the build folder, with `/`. */
export function filesOf(target: Target): string[] {
  const folder = buildFolder(target);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export function textOf(target: Target, path: string): string {
  return readFileSync(join(buildFolder(target), path), 'utf8');
}

export function gzippedBytes(target: Target, path: string): number {
  return gzipSync(readFileSync(join(buildFolder(target), path)), { level: 9 }).length;
}

/** The scripts that one page or script loads before anything is asked for: static imports, theirs, and so on. */
export function firstLoad(target: Target, entry: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { module } = parseSync(path, textOf(target, path));
    const requests = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
    ];
    for (const request of requests) visit(from(path, request));
  };
  if (!entry.endsWith('.html')) visit(entry);
  else
    for (const [, source = ''] of textOf(target, entry).matchAll(/<script[^>]+src="([^"]+)"/g))
      visit(from(entry, source));
  return [...found];
}

function from(path: string, request: string): string {
  return new URL(request, `https://build.invalid/${path}`).pathname.slice(1);
}
