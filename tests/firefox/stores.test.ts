/** Every store that holds a copy of the vault keeps the promises of its port in Firefox. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeContractScript } from '../support/browser-stores.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';

let firefox: Firefox;
beforeEach(async () => {
  firefox = await launchFirefox();
});
afterEach(() => firefox.close());

test('every store keeps its promises, and a crash’s left-overs do no harm', async () => {
  const tab = await firefox.newTab();
  await tab.open(firefox.url('popup.html'));
  await tab.evaluate(`(() => { ${await storeContractScript()} })()`);
  const broken = (name: string) => tab.evaluate(`storeContract.brokenPromisesOf('${name}')`);
  expect(await broken('indexedDb')).toEqual([]);
  expect(await broken('files')).toEqual([]);
  expect(await tab.evaluate('storeContract.filesSurviveLeftovers()')).toBe(true);
  expect(await tab.evaluate('storeContract.markerSays()')).toEqual([false, true]);
});
