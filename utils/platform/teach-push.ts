/** What teaching needs from the browser: our script in the documents of a tab, and words and rules to them. */
import { browser } from 'wxt/browser';
import { Fault } from '../fault.ts';
import type { RulesPush, TeachPush } from '../protocol.ts';

const SCRIPT = '/teach-page.js';

export interface TeachPage {
  urlOf(tabId: number): Promise<string | null>;
  /** @throws Fault `fill/not-allowed` where we may reach no document. */
  begin(tabId: number, push: TeachPush): Promise<void>;
  end(tabId: number, push: TeachPush): Promise<void>;
  tellRules(tabId: number, place: { frameId: number; documentId: string }, push: RulesPush): Promise<void>;
  /** The finder, where it is not yet. */
  look(tabId: number): Promise<void>;
  openPopup(): Promise<boolean>;
}

/** Nothing is answered, which some browsers report as a closed port. */
const unanswered = () => undefined;

type Others = Pick<TeachPage, 'urlOf' | 'look' | 'openPopup'>;

export function createTeachPage(others: Others): TeachPage {
  const tellAll = (tabId: number, push: TeachPush) => browser.tabs.sendMessage(tabId, push).catch(unanswered);
  return {
    ...others,
    async begin(tabId, push) {
      try {
        await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT] });
      } catch {
        throw new Fault('fill/not-allowed');
      }
      await tellAll(tabId, push);
    },
    end: tellAll,
    async tellRules(tabId, { frameId, documentId }, push) {
      try {
        await browser.tabs.sendMessage(tabId, push, { documentId });
      } catch (error) {
        // A Firefox without documents in messages: rules hold nothing that another document must not see.
        if (/unexpected property/i.test(String(error)))
          await browser.tabs.sendMessage(tabId, push, { frameId }).catch(unanswered);
      }
    },
  };
}
