/** Builds an extension whose stores confirm before they write: the torture has to find out. Never part of a product. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const LATE = fileURLToPath(new URL('late-copy.ts', import.meta.url));
const LIMITED = /stores[\\/]limited-copy\.ts$/;

export function lateCopies(lateMs: number): Plugin {
  return {
    name: 'tallystick:late-copies',
    transform(code, id) {
      if (!LIMITED.test(id)) return null;
      const renamed = code.replace('export function withinLimits', 'function withinLimitsOfTime');
      if (renamed === code) throw new Error('there is nothing to make late any more');
      return {
        code: `import { latelyWritten } from ${JSON.stringify(LATE)};
          ${renamed}
          export const withinLimits = (store) => latelyWritten(withinLimitsOfTime(store), ${lateMs});`,
        map: null,
      };
    },
  };
}
