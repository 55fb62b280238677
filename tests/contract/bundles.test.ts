/** What must not be in anything we ship: code from text, code from elsewhere, foreign addresses, chatter. */
import { describe, expect, test } from 'vitest';
import { forbiddenCode, foreignAddresses } from '../tools/bundle-rules.ts';
import { filesOf, type Target, textOf } from '../tools/bundles.ts';

const TARGETS: readonly Target[] = ['chrome', 'firefox'];
const TEXT = /\.(js|html|css|json|svg)$/;

describe.each(TARGETS)('the %s build', (target) => {
  const texts = () =>
    filesOf(target)
      .filter((path) => TEXT.test(path))
      .map((path) => ({ path, text: textOf(target, path) }));

  test('names no foreign address', () => {
    expect(texts().flatMap(({ path, text }) => foreignAddresses(path, text))).toEqual([]);
  });

  test('makes no code from text, loads none from elsewhere, and prints nothing', () => {
    expect(texts().flatMap(({ path, text }) => forbiddenCode(path, text))).toEqual([]);
  });

  test('holds no source map and nothing that is not for shipping', () => {
    expect(filesOf(target).filter((path) => /\.(map|ts|tsx|md|y4m|log)$/.test(path))).toEqual([]);
  });

  test('loads every script and style of its pages from itself', () => {
    const pages = texts().filter(({ path }) => path.endsWith('.html'));
    const elsewhere = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:src|href)="([^"]*)"/g)]
        .map(([, address = '']) => address)
        .filter((address) => /^([a-z]+:)?\/\//.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(elsewhere).toEqual([]);
  });

  test('has a rescue page that shares no script with the pages it stands in for', () => {
    const first = (page: string) => scriptsOf(textOf(target, page));
    const [rescue] = first('rescue.html');
    const imported = textOf(target, rescue ?? '').matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)/g);
    const own = [...first('rescue.html'), ...[...imported].map(([, name]) => `chunks/${name}`)];
    const others = [...first('popup.html'), ...first('manager.html')];
    expect(others).not.toEqual([]);
    expect(own.filter((script) => others.includes(script))).toEqual([]);
  });
});

const scriptsOf = (html: string) =>
  [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path = '']) => path);

describe('the rules see', () => {
  test.each([
    ['an address', 'fetch("https://tracker.example/x")'],
    ['an address without scheme', 'import("//cdn.example/x.js")'],
    ['a websocket', 'new WebSocket("wss://tracker.example")'],
  ])('%s', (_, text) => expect(foreignAddresses('a.js', text)).toHaveLength(1));

  test.each([
    ['eval', 'const x=eval("1")'],
    ['a Function made from text', 'new Function("return 1")()'],
    ['a Function called without new', 'Function("return 1")()'],
    ['a worker that pulls code from elsewhere', 'importScripts("https://x")'],
    ['a timer with text', 'setTimeout("alert(1)",5)'],
    ['chatter', 'console.log("hello")'],
  ])('%s', (_, text) => expect(forbiddenCode('a.js', text)).toHaveLength(1));

  test('but not what is harmless', () => {
    expect(foreignAddresses('a.js', 'const ns="http://www.w3.org/2000/svg"; const p="https://*/*";')).toEqual(
      [],
    );
    expect(
      forbiddenCode('a.js', 'function evaluate(){} medieval(1); x.Functional(); setTimeout(f,5)'),
    ).toEqual([]);
  });
});
