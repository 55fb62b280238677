/** Messages about services: what a guide says of a flow, what is offered beside SMS, which sites a name may mean, whom to call. */
import type { Account } from '../../../utils/accounts/account.ts';
import { accountIn } from '../../../utils/accounts/edits.ts';
import type { ServiceRules } from '../../../utils/factors/service-rules.ts';
import { Fault } from '../../../utils/fault.ts';
import { CARRIERS, FINDING_OTHERS } from '../../../utils/guides/carriers.ts';
import { guideFor, offersOf, rulesFor } from '../../../utils/guides/guide-for.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import { builtInDirectory } from '../../../utils/sites/directory/built-in.ts';
import type { Directory } from '../../../utils/sites/directory/directory.ts';
import { serviceOfAccount } from '../../../utils/sites/directory/of-account.ts';
import {
  readDirectoryList,
  readKeptEntries,
  withFreshEntries,
} from '../../../utils/sites/directory/refresh.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { DirectoryView } from '../../../utils/views.ts';

type GuideHandlers = Pick<
  Handlers,
  | 'guides.read'
  | 'guides.offers'
  | 'guides.carriers'
  | 'directory.suggestSites'
  | 'directory.status'
  | 'directory.refresh'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  /** The public list, asked for only in `directory.refresh`. */
  readonly list: {
    readonly pattern: string;
    isAllowed(): Promise<boolean>;
    fetch(): Promise<string>;
    load(): Promise<unknown>;
    save(kept: unknown): Promise<void>;
  };
}

interface Known {
  readonly directory: Directory;
  readonly fetchedAtMs: number | null;
}

export function createGuides({ keeper, clock, list }: Ports) {
  let known: Known | null = null;

  async function current(): Promise<Known> {
    known ??= knownFrom(await list.load().catch(() => null));
    return known;
  }

  const view = ({ directory, fetchedAtMs }: Known): DirectoryView => ({
    services: directory.services.length,
    fetchedAtMs,
    pattern: list.pattern,
  });

  const handlers: GuideHandlers = {
    async 'guides.read'({ accountId, flow }) {
      const { directory } = await current();
      return keeper.read(({ account }) => {
        const service = serviceOfAccount(directory, accountIn(account, accountId));
        return service && { guide: guideFor(service, flow), offers: offersOf(service) };
      });
    },

    async 'guides.offers'({ accountIds }) {
      const { directory } = await current();
      return keeper.read(({ account }) =>
        accountIds.flatMap((accountId) => {
          const one = account.get(accountId);
          const service = one ? serviceOfAccount(directory, one) : null;
          return service ? [{ accountId, service: service.id, offers: offersOf(service) }] : [];
        }),
      );
    },

    async 'guides.carriers'() {
      const { directory } = await current();
      const carriers = CARRIERS.flatMap(({ service, hotline }) => {
        const { name = '', nameZh = '' } = directory.withId(service) ?? {};
        return name === '' ? [] : [{ name, nameZh, hotline }];
      });
      return { carriers, findOthers: FINDING_OTHERS.map((way) => `carrier.find.${way}`) };
    },

    async 'directory.suggestSites'({ service }) {
      const { directory } = await current();
      return directory.suggestSites(service);
    },

    'directory.status': async () => view(await current()),

    async 'directory.refresh'() {
      if (!(await list.isAllowed())) throw new Fault('directory/not-allowed');
      const entries = readDirectoryList(await list.fetch());
      const kept = { fetchedAtMs: clock.nowMs(), entries };
      await list.save(kept);
      known = knownFrom(kept);
      return view(known);
    },
  };

  return {
    handlers,
    /** For flows, which cannot wait: by what is known so far. */
    rulesOf(account: Account): ServiceRules | undefined {
      const service = serviceOfAccount(known?.directory ?? builtInDirectory(), account);
      return service ? rulesFor(service) : undefined;
    },
  };
}

function knownFrom(kept: unknown): Known {
  const { fetchedAtMs, entries } = (kept ?? {}) as { fetchedAtMs?: unknown; entries?: unknown };
  const fresh = typeof fetchedAtMs === 'number' ? readKeptEntries(entries) : null;
  if (fresh === null || typeof fetchedAtMs !== 'number') {
    return { directory: builtInDirectory(), fetchedAtMs: null };
  }
  return { directory: withFreshEntries(builtInDirectory(), fresh), fetchedAtMs };
}
