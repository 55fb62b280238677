/** The practice site under its https name, and a Firefox that finds it there. */
import { selfSigned } from '../site/certificate.ts';
import { type RunningSite, startSite } from '../site/server.ts';
import type { Site } from '../site/site.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { SHOP } from './person.ts';

export interface FirefoxShop {
  readonly site: RunningSite;
  launch(preferences?: Readonly<Record<string, string | number | boolean>>): Promise<Firefox>;
  close(): Promise<void>;
}

/** @param around may put pages of its own before those of the site. */
export async function openShop(
  around?: (site: Site) => Site['answer'],
  hosts: readonly string[] = [SHOP],
): Promise<FirefoxShop> {
  const site = await startSite({ tls: selfSigned(Date.now(), hosts), ...(around && { around }) });
  const launched: Firefox[] = [];
  return {
    site,
    async launch(preferences = {}) {
      const firefox = await launchFirefox({ served: { hosts, port: site.port }, preferences });
      launched.push(firefox);
      return firefox;
    },
    async close() {
      await Promise.all(launched.map((firefox) => firefox.close()));
      await site.stop();
    },
  };
}
