/** Reads which modules a source file names: by type or by value, at once, later, or as a worker of its own. Follows nothing. */
import { parseSync } from 'vite';

export interface Edge {
  readonly from: string;
  /** As written: `../otp/kind.ts`, `valibot`. */
  readonly request: string;
  /** Types are gone when the bundle is made; the architecture of names counts them all the same. */
  readonly isType: boolean;
  /** Starts a bundle of its own: what is behind it is not in this one. */
  readonly isWorker: boolean;
}

export function edgesOf(path: string, source: string): Edge[] {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const edge = (request: string, isType: boolean, isWorker = false): Edge => ({
    from: path,
    request,
    isType,
    isWorker: isWorker || /[?&](shared)?worker\b/.test(request),
  });
  const edges: Edge[] = [];
  for (const { start, end, moduleRequest } of module.staticImports) {
    // `import { type A }` is no type import: its module stays in the bundle for its side effects.
    edges.push(edge(moduleRequest.value, /^import\s+type\s+(?!from\b)/.test(source.slice(start, end))));
  }
  for (const { start, end, entries } of module.staticExports) {
    const request = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest?.value;
    if (request !== undefined) edges.push(edge(request, /^export\s+type\b/.test(source.slice(start, end))));
  }
  const dynamic = new Set<number>();
  for (const { start, moduleRequest } of module.dynamicImports) {
    dynamic.add(start);
    const request = /^\s*(['"`])([^'"`$]+)\1\s*$/.exec(
      source.slice(moduleRequest.start, moduleRequest.end),
    )?.[2];
    // A computed address hides an edge from every net, ours and the bundler's.
    edges.push(edge(request ?? `<computed in ${path}>`, false));
  }
  const code = withoutComments(source);
  for (const { index, 2: request = '' } of code.matchAll(/\bimport\s*\(\s*(['"])([^'"]+)\1\s*\)/g)) {
    if (!dynamic.has(index)) edges.push(edge(request, true));
  }
  const workers = /new\s+URL\s*\(\s*(['"])(\.[^'"]+\.[jt]sx?)\1\s*,\s*import\.meta\.url/g;
  for (const { 2: request = '' } of code.matchAll(workers)) edges.push(edge(request, false, true));
  return edges;
}

/** Blanks comments out and keeps every position. Strings that hold comment marks would only lose a type edge. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*.*?\*\/|(?<![:'"`/])\/\/[^\n]*/gs, (comment) =>
    comment.replaceAll(/[^\n]/g, ' '),
  );
}
