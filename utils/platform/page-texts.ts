/** The texts of a page that stand out as its answer: notices, alerts, titles. Read because the user asked, from a page of a granted site. */
import { browser } from 'wxt/browser';

/** Runs in the page, in a world of ours. What is hidden, and what people typed, is not read. */
function standingOut(): string[] {
  const NOTICES =
    '[role=alert],[role=status],[role=alertdialog],[aria-live=polite],[aria-live=assertive],[aria-invalid=true] ~ *,' +
    '[class*=error i],[class*=success i],[class*=alert i],[class*=toast i],[class*=notice i],[class*=message i],' +
    '[class*=fail i],[class*=result i],[class*=tips i],dialog[open],h1,h2';
  const texts: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(NOTICES)) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const text = element.innerText.trim();
    if (text !== '' && text.length <= 300 && !texts.includes(text)) texts.push(text);
    if (texts.length === 40) break;
  }
  return texts;
}

/** Of the page and of frames of its own site, the page first: what others show in it says nothing about the account. */
export async function readPageTexts(tabId: number, site: string): Promise<readonly string[]> {
  return [...new Set((await inDocumentsOf(site, tabId, standingOut)).flat())];
}

/** The words of the page and of frames of its own site, as they are seen. */
export async function readTabText(tabId: number, site: string): Promise<string> {
  return (await inDocumentsOf(site, tabId, () => document.body.innerText)).join('\n');
}

/** @param site as an account holds it: a registrable domain, or one host. */
async function inDocumentsOf<T>(site: string, tabId: number, read: () => T): Promise<T[]> {
  const isOurs = (origin: string | undefined) => {
    const host = origin?.startsWith('https://') ? new URL(origin).hostname : '';
    return host === site || host.endsWith(`.${site}`);
  };
  const found: T[] = [];
  for (const { frameId, result: origin } of await inFrames(tabId, undefined, () => location.origin)) {
    if (frameId !== 0 && !isOurs(origin)) continue;
    const [answer] = await inFrames(tabId, frameId, read);
    if (answer?.result != null) found[frameId === 0 ? 'unshift' : 'push'](answer.result);
  }
  return found;
}

/** A page of the browser itself, as where the network is gone, says nothing to us. */
async function inFrames<T>(
  tabId: number,
  frameId: number | undefined,
  func: () => T,
): Promise<readonly { readonly frameId: number; readonly result?: T }[]> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  const read = await browser.scripting.executeScript({ target, func }).catch(() => []);
  return read as { frameId: number; result?: T }[];
}
