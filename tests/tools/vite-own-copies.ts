/**
 * Gives the rescue page copies of its own of all that it shares with other pages: none of their scripts is loaded where it has
 * to stand in for them, and they may be put together in whatever way makes them start soonest.
 */
import type { Plugin } from 'vite';

const MARK = /\?rescue\.\w+$/;
/** Anything that is a file. */
const A_FILE = /^[^\0?]+(\.(?:ts|json|m?js))$/;

export function ownCopies(): Plugin {
  const isItsOwn = (importer: string) => importer.includes('/entrypoints/rescue/') || MARK.test(importer);
  return {
    name: 'tallystick:own-copies',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || !isItsOwn(importer)) return null;
      const from = importer.replace(MARK, '');
      const resolved = await this.resolve(source, from, { ...options, skipSelf: true });
      const [, ending] = A_FILE.exec(resolved?.id ?? '') ?? [];
      // The ending comes last: by it the bundler knows what the file is.
      return resolved && ending ? { ...resolved, id: `${resolved.id}?rescue${ending}` } : resolved;
    },
  };
}
