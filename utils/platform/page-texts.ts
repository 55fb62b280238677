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

export async function readPageTexts(tabId: number): Promise<readonly string[]> {
  // A page of the browser itself, as where the network is gone, says nothing to us.
  const [read] = await browser.scripting
    .executeScript({ target: { tabId }, func: standingOut })
    .catch(() => []);
  return read?.result ?? [];
}
