/** A Firefox with an open vault, the practice site under several names, one tab of it, and one of ours from which to ask. */
import type { AddedView, BindDraftView, ReadingView } from '../../utils/views.ts';
import { selfSigned } from '../site/certificate.ts';
import { type RunningSite, startSite } from '../site/server.ts';
import { type Firefox, type FirefoxTab, launchFirefox } from './firefox.ts';
import { createsDeviceVault } from './firefox-person.ts';
import { WRITTEN, withPages } from './written-pages.ts';

export interface Asked {
  /** `filled`, or the code of the fault. */
  answered(): Promise<string>;
}

export interface FirefoxVault {
  readonly site: RunningSite;
  readonly firefox: Firefox;
  /** The tab that is in front and gets filled. */
  readonly page: FirefoxTab;
  /** The popup of that tab, in a tab of its own behind it. */
  readonly ours: FirefoxTab;
  readonly tabId: number;
  /** What our pages send, in the envelope of `@webext-core/messaging`. @returns the answer, or the code of the fault. */
  send<T>(type: string, data: object): Promise<T>;
  /** @returns the account's id. @param host where the account belongs. */
  binds(address: string, host: string): Promise<string>;
  /** Asks for the code as the popup's button does, and does not wait for it. */
  asks(accountId?: string): Asked;
  fillsSoFar(): Promise<number>;
  close(): Promise<void>;
}

export async function openFirefoxVault(
  hosts: readonly string[],
  preferences: Readonly<Record<string, string | number | boolean>> = {},
): Promise<FirefoxVault> {
  const site = await startSite({
    tls: selfSigned(Date.now(), [...hosts]),
    around: (plain) => withPages(plain, WRITTEN),
  });
  const firefox = await launchFirefox({ served: { hosts, port: site.port }, preferences });
  const page = await firefox.newTab();
  await page.open(`https://${hosts[0]}/shop/sign-in`);
  const ours = await firefox.newTab();
  await page.show();
  const tabId = await firefox.tabId();
  await ours.open(firefox.url(`popup.html?tab=${tabId}`));
  await createsDeviceVault(ours);

  const send = <T>(type: string, data: object) => {
    const message = JSON.stringify({ id: 1, type, data, timestamp: 0 });
    return ours.evaluate<T>(
      `browser.runtime.sendMessage(${message}).then(({ res }) => res.ok ? res.value : res.code)`,
    );
  };
  return {
    site,
    firefox,
    page,
    ours,
    tabId,
    send,
    async binds(address, host) {
      const { drafts } = await send<ReadingView>('bind.read', { texts: [address] });
      const [{ service, login, otp }] = drafts as [BindDraftView];
      const saved = await send<AddedView | string>('bind.save', {
        draft: { service, login, otp },
        site: host,
      });
      if (typeof saved === 'string') throw new Error(`bind.save: ${saved}`);
      return saved.accountId;
    },
    asks(accountId) {
      const answer = send<{ filled: true } | string>('fill.ask', { tabId, accountId });
      return {
        async answered() {
          const said = await answer;
          return typeof said === 'string' ? said : 'filled';
        },
      };
    },
    async fillsSoFar() {
      const { lines } = await send<{ lines: { event: { did: string } }[] }>('journal.read', {
        area: 'codes',
      });
      return lines.filter(({ event }) => event.did === 'code.filled').length;
    },
    async close() {
      await firefox.close();
      await site.stop();
    },
  };
}
