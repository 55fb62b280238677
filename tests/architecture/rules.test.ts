/** The real tree keeps the rules, and each rule refuses a planted breach: a rule that sees nothing would look just as green. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breachesOf, CORE, RULE_NAMES, UNKNOWN_FOLDER, UNRESOLVABLE } from './rules.ts';
import { realTree, treeOf } from './tree.ts';

const DEPENDENCIES = new Set(['valibot', 'preact', 'idb', 'wxt']);

/** A small tree that keeps every rule, with one file of each folder. */
const SOUND: Readonly<Record<string, string>> = {
  'utils/fault.ts': 'export class Fault {}',
  'utils/ports.ts': 'export interface Clock {}',
  'utils/views.ts': `import type { A } from './otp/a.ts';`,
  'utils/protocol.ts': `import * as v from 'valibot'; import type { A } from './otp/a.ts';`,
  ...Object.fromEntries(
    Object.keys(CORE).map((folder) => [`utils/${folder}/a.ts`, `import { Fault } from '../fault.ts';`]),
  ),
  'utils/autofill/field.ts': '',
  'utils/platform/send.ts': `import type { A } from '../vault/a.ts'; import { browser } from 'wxt/browser';`,
  'utils/platform/serve.ts': `import { protocol } from '../protocol.ts';`,
  'utils/platform/idb-store.ts': `import { openDB } from 'idb';`,
  'utils/platform/start-stretch.ts': `new Worker(new URL('./stretch.worker.ts', import.meta.url));`,
  'utils/platform/stretch.worker.ts': `import { a, b } from '../crypto/a.ts'; import './bytes.ts';`,
  'utils/platform/bytes.ts': `import { a } from '../encoding/a.ts';`,
  'utils/platform/dom/read-field.ts': `import { a } from '../../autofill/field.ts';`,
  'components/popup/app.tsx': `import { send } from '../../utils/platform/send.ts'; import type { A } from '../../utils/otp/a.ts';`,
  'entrypoints/popup/main.tsx': `import '../../components/popup/app.tsx'; import '../../utils/platform/start-stretch.ts';`,
  'entrypoints/manager/main.tsx': `import '../../components/popup/app.tsx';`,
  'entrypoints/fill-page/index.ts': `import '../../utils/platform/send.ts'; import '../../utils/platform/dom/read-field.ts';`,
  'entrypoints/background/index.ts': `import '../../utils/vault/a.ts'; import '../../utils/platform/idb-store.ts';`,
};

const rulesBrokenBy = (more: Readonly<Record<string, string>>) => {
  const tree = treeOf(new Map(Object.entries({ ...SOUND, ...more })), DEPENDENCIES);
  return [...new Set(breachesOf(tree).map(({ rule }) => rule))];
};

/** By rule: what is added to the sound tree. */
const PLANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [UNRESOLVABLE]: { 'utils/otp/b.ts': `import { a } from '@/utils/otp/a';` },
  [UNKNOWN_FOLDER]: { 'utils/helpers/b.ts': '' },
  ...Object.fromEntries(
    RULE_NAMES.flatMap((name) => {
      const folder = /^utils\/([\w-]+) names only/.exec(name)?.[1];
      if (folder === undefined) return [];
      const stranger = Object.keys(CORE).find((other) => other !== folder && !CORE[folder]?.includes(other));
      return [[name, { [`utils/${folder}/b.ts`]: `import type { A } from '../${stranger}/a.ts';` }]];
    }),
  ),
  'the core names no browser, framework or network package': {
    'utils/otp/b.ts': `import { browser } from 'wxt/browser';`,
  },
  'protocol, views, fault and ports name only types of ours': {
    'utils/protocol.ts': `import { a } from './otp/a.ts';`,
  },
  'platform takes values only from ports, protocol, fault, autofill/field, sites and encoding': {
    'utils/platform/b.ts': `import { a } from '../sms/a.ts';`,
  },
  'workers take values only from otp, crypto, backup, importers, exporters, encoding, fault and platform': {
    'utils/platform/stretch.worker.ts': `import { a } from '../vault/a.ts';`,
  },
  'components take values only from platform, protocol, fault': {
    'components/popup/b.tsx': `import { a } from '../../utils/accounts/a.ts';`,
  },
  'components never name the insides of the vault': {
    'components/popup/b.tsx': `import type { A } from '../../utils/vault/a.ts';`,
  },
  'utils and components never name an entry point': {
    'utils/platform/b.ts': `import type { A } from '../../entrypoints/background/index.ts';`,
  },
  'utils never name components': {
    'utils/platform/b.ts': `import type { A } from '../../components/popup/app.tsx';`,
  },
  'entry points do not name one another': {
    'entrypoints/popup/b.ts': `import type { A } from '../background/index.ts';`,
  },
  'popup and manager never hold secrets': {
    'utils/platform/b.ts': `export * from '../otp/a.ts';`,
    'components/popup/app.tsx': `import('../../utils/platform/b.ts');`,
  },
  'popup and manager never hold the store': {
    'entrypoints/manager/main.tsx': `import '../../utils/platform/idb-store.ts';`,
  },
  'the content script never holds secrets': {
    'entrypoints/fill-page/index.ts': `import '../../utils/crypto/a.ts';`,
  },
  'the content script never holds the store': {
    'entrypoints/fill-page/index.ts': `import '../../utils/platform/idb-store.ts';`,
  },
  'the content script never holds schemas': {
    'entrypoints/fill-page/index.ts': `import '../../utils/platform/serve.ts';`,
  },
  'the background never holds components or the page adapters': {
    'entrypoints/background/index.ts': `import '../../utils/platform/dom/read-field.ts';`,
  },
  'workers never hold the store': {
    'utils/platform/stretch.worker.ts': `import './idb-store.ts';`,
  },
  'workers never hold components': {
    'utils/platform/stretch.worker.ts': `import '../../components/popup/app.tsx';`,
  },
};

test('the tree keeps every rule', () => {
  const breaches = breachesOf(realTree(resolve(import.meta.dirname, '../..')));
  expect(breaches.map(({ rule, what }) => `${what}   (${rule})`)).toEqual([]);
});

test('a sound tree breaks none', () => {
  expect(rulesBrokenBy({})).toEqual([]);
});

describe('a planted breach is refused', () => {
  test.each(RULE_NAMES)('%s', (rule) => {
    const planted = PLANTED[rule];
    if (planted === undefined) throw new Error('nothing is planted for this rule');
    expect(rulesBrokenBy(planted)).toContain(rule);
  });
});

describe('is seen however it is written:', () => {
  const rule = 'the content script never holds secrets';
  test.each([
    ['a side effect', `import '../../utils/otp/a.ts';`],
    ['an import of types that keeps its module', `import { type A } from '../../utils/otp/a.ts';`],
    ['a re-export', `export { a } from '../../utils/otp/a.ts';`],
    ['a late import', `const later = () => import('../../utils/otp/a.ts');`],
  ])('%s', (_, source) =>
    expect(rulesBrokenBy({ 'entrypoints/fill-page/index.ts': source })).toContain(rule),
  );

  test.each([
    ['a type import', `import type { A, B } from '../../utils/otp/a.ts';`],
    ['an inline type import', `let a: import('../../utils/otp/a.ts').A;`],
    ['a comment', `// import '../../utils/otp/a.ts'`],
  ])('and %s is none', (_, source) =>
    expect(rulesBrokenBy({ 'entrypoints/fill-page/index.ts': source })).toEqual([]),
  );

  test('an inline type import counts inside the core', () => {
    const source = `let a: import('../vault/a.ts').A;`;
    expect(rulesBrokenBy({ 'utils/otp/b.ts': source })).toEqual([
      'utils/otp names only its own, crypto, encoding',
    ]);
  });
});
