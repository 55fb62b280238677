/** What handing over needs from the browser: pictures of a tab, and the full page beside it. */
import { browser } from 'wxt/browser';
import { managerAddress } from './popup-window.ts';
import { captureTab, pictureInTab } from './tab-picture.ts';

export interface HandingTabs {
  pictureInTab(tabId: number, frameId: number, address: string): Promise<string | null>;
  /** @throws Fault `scan/…`. */
  captureTab(windowId?: number): Promise<string>;
  openAdding(tabId: number | undefined): Promise<void>;
}

export const handingTabs: HandingTabs = {
  pictureInTab,
  captureTab,
  async openAdding(tabId) {
    await browser.tabs.create({
      url: managerAddress('add/handed', tabId),
      ...(tabId === undefined ? {} : { openerTabId: tabId }),
    });
  },
};
