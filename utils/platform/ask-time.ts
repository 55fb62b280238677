/**
 * Asks the server of the page in a tab what time it is: same-origin questions for headers only, from our own world of that
 * page, on the user's wish. Nobody else is ever asked.
 */
import { browser } from 'wxt/browser';
import { Fault } from '../fault.ts';

interface Sample {
  readonly sentMs: number;
  readonly heardMs: number;
  readonly dateMs: number;
}

/** Runs in the page's document. At other parts of the second each time, so that the answers narrow one another down. */
async function askHere(): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const pauseMs of [0, 210, 370, 190]) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const sentMs = Date.now();
    const answer = await fetch(`${location.origin}/favicon.ico`, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch(() => null);
    const heardMs = Date.now();
    // An answer from a store on the way says how old it is.
    const dateMs = Date.parse(answer?.headers.get('date') ?? '');
    const ageMs = 1000 * Number(answer?.headers.get('age') ?? 0);
    const isOwn = answer !== null && new URL(answer.url).origin === location.origin;
    if (isOwn && Number.isFinite(dateMs + ageMs)) samples.push({ sentMs, heardMs, dateMs: dateMs + ageMs });
  }
  return samples;
}

/** @throws Fault `fill/not-allowed` where that page is out of reach. */
export async function askTime(tabId: number): Promise<readonly Sample[]> {
  const target = { tabId, frameIds: [0] };
  try {
    const [answer] = await browser.scripting.executeScript({ target, func: askHere });
    return answer?.result ?? [];
  } catch {
    throw new Fault('fill/not-allowed');
  }
}
