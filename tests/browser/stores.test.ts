/** Every store that holds a copy of the vault keeps the promises of its port, in the worker of a real browser. */
import { storeContractScript } from '../support/browser-stores.ts';
import { expect, test } from '../support/extension.ts';

test('every store keeps its promises, and a crash’s left-overs do no harm', async ({ extension }) => {
  const worker = await extension.worker();
  await worker.evaluate(await storeContractScript());
  const broken = (name: string) => worker.evaluate(`storeContract.brokenPromisesOf('${name}')`);
  expect(await broken('indexedDb')).toEqual([]);
  expect(await broken('storageLocal')).toEqual([]);
  expect(await broken('files')).toEqual([]);
  expect(await worker.evaluate('storeContract.filesSurviveLeftovers()')).toBe(true);
  expect(await worker.evaluate('storeContract.markerSays()')).toEqual([false, true]);
});
