/** Click on "Unlock" → list painted, over a bare Argon2id with the vault's own parameters in a worker of the same kind. */
import { createPerson, PASSPHRASE } from '../support/person.ts';
import type { BareQuestion } from './bare-argon2.worker.ts';
import { type BenchBrowser, timeOfMark, withBenchBrowser } from './bench-browser.ts';
import { inPairs, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

/** What is aimed at for each number of accounts. */
const SIZES = [
  [100, 1.15],
  [1000, 1.15],
  [10_000, null],
] as const;

interface Status {
  readonly slots: readonly { readonly kdf: BareQuestion | null }[];
}

export const unlock: Measurement = ({ folder, pairs }, found) =>
  withBenchBrowser(folder, async (browser) => {
    const person = createPerson(browser.extension, 'en');
    const popup = await browser.extension.openPage('popup.html');
    await person.createsVault(popup);
    await popup.close();
    const { slots } = await browser.ask<Status>('vault.status', {});
    const kdf = slots.find((slot) => slot.kdf !== null)?.kdf;
    if (!kdf) throw new Error('the vault has no passphrase');
    for (const [accounts, most] of SIZES) {
      await browser.fillUpTo(accounts);
      const taken = await inPairs(
        pairs,
        () => unlocking(browser),
        () => stretching(browser, kdf),
      );
      const cost = `${Math.round(kdf.memoryKib / 1024)} MiB, t = ${kdf.passes}`;
      found(timeFigure(`unlock, click to list, ${accounts} accounts, ${cost}`, taken, most));
    }
  });

async function unlocking({ ask, extension }: BenchBrowser): Promise<number> {
  const person = createPerson(extension, 'en');
  await ask('vault.lock', {});
  const popup = await extension.openPage('popup.html');
  await popup.getByLabel(person.say('locked.label'), { exact: true }).fill(PASSPHRASE);
  await popup.evaluate(() =>
    addEventListener('click', () => performance.mark('clicked'), { capture: true, once: true }),
  );
  await popup.getByRole('button', { name: person.say('locked.unlock'), exact: true }).click();
  const clicked = await popup.evaluate(timeOfMark, 'clicked');
  const listed = await popup.evaluate(timeOfMark, 'first-code');
  await popup.close();
  return listed - clicked;
}

async function stretching({ extension }: BenchBrowser, kdf: BareQuestion): Promise<number> {
  const page = await extension.openPage('empty.html');
  const took = await page.evaluate(async ({ memoryKib, passes, lanes }) => {
    const startedMs = performance.now();
    const worker = new Worker('/bare-argon2.js', { type: 'module' });
    worker.postMessage({ memoryKib, passes, lanes });
    await new Promise((done) => worker.addEventListener('message', done, { once: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - startedMs;
  }, kdf);
  await page.close();
  return took;
}
