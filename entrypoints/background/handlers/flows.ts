/** Messages about flows: begin, answer, meet trouble, go back, give up. Each is one change of the vault with its journal entry. */
import type { Account } from '../../../utils/accounts/account.ts';
import { blankAccount } from '../../../utils/accounts/edits.ts';
import { inOrder } from '../../../utils/accounts/order.ts';
import { encodeHex } from '../../../utils/encoding/hex.ts';
import { NO_RULES, type ServiceRules } from '../../../utils/factors/service-rules.ts';
import { isUsable, KEPT_DAYS } from '../../../utils/factors/states.ts';
import { Fault } from '../../../utils/fault.ts';
import { ALTERNATIVES } from '../../../utils/flows/alternatives.ts';
import { pageSays } from '../../../utils/flows/page-says.ts';
import type { Chance } from '../../../utils/flows/path.ts';
import { answerRun, backRun, beginRun, giveUpRun, type Moved, troubleRun } from '../../../utils/flows/run.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, Randomness } from '../../../utils/ports.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { FlowListView, FlowRunView, SiteView } from '../../../utils/views.ts';
import { runView } from './flow-views.ts';
import { nameOf } from './way-in-views.ts';

type FlowHandlers = Pick<
  Handlers,
  | 'flow.list'
  | 'flow.read'
  | 'flow.start'
  | 'flow.answer'
  | 'flow.trouble'
  | 'flow.pageSays'
  | 'flow.back'
  | 'flow.abandon'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
  siteOfTab(tabId: number): Promise<SiteView | null>;
  /** What the guide of its service says; not given where no guides are. */
  rulesOf?(account: Account): ServiceRules | undefined;
}

const DAY_MS = 86_400_000;

export function flowHandlers({ keeper, clock, randomness, siteOfTab, rulesOf }: Ports): FlowHandlers {
  const newId = () => encodeHex(randomness.bytes(16));
  const chanceIn = (contents: Contents) => ({
    nowMs: clock.nowMs(),
    newId,
    rulesOf: (accountId: string) => {
      const account = contents.account.get(accountId);
      return account ? (rulesOf?.(account) ?? NO_RULES) : NO_RULES;
    },
  });

  async function move(walk: (contents: Contents, chance: Chance) => Moved<Contents>): Promise<FlowRunView> {
    const { world, run } = await keeper.change(
      ({ event }: Moved<Contents>) => event,
      (contents) => {
        const moved = walk(contents, chanceIn(contents));
        return [moved.world, moved];
      },
    );
    return runView(world, run, chanceIn(world));
  }

  return {
    'flow.list': () => keeper.read((contents) => listView(contents, chanceIn(contents))),

    'flow.read': ({ runId }) =>
      keeper.read((contents) => {
        const run = contents.flowRun.get(runId);
        if (!run) throw new Fault('flow/not-found');
        return runView(contents, run, chanceIn(contents));
      }),

    async 'flow.start'({ newAccount, ...begin }) {
      if (newAccount === undefined) return move((contents, chance) => beginRun(contents, begin, chance));
      const site = newAccount.tabId === undefined ? null : await siteOfTab(newAccount.tabId);
      const account = accountFrom(newAccount, site, newId(), clock.nowMs());
      await keeper.change(
        { did: 'account.added', accountId: account.id, service: account.service, by: 'flow' },
        (contents) => [withRecord(contents, 'account', account.id, account), null],
      );
      return move((contents, chance) => beginRun(contents, { ...begin, accountIds: [account.id] }, chance));
    },

    'flow.answer': ({ runId, step, values }) =>
      move((contents, chance) => answerRun(contents, runId, step, values, chance)),
    'flow.trouble': ({ runId, trouble }) =>
      move((contents, chance) => troubleRun(contents, runId, trouble, chance)),
    'flow.pageSays': async ({ texts }) => pageSays(texts),
    'flow.back': ({ runId }) => move((contents, chance) => backRun(contents, runId, chance)),
    'flow.abandon': ({ runId }) => move((contents, chance) => giveUpRun(contents, runId, chance)),
  };
}

function accountFrom(
  { service, login }: { readonly service: string; readonly login: string },
  site: SiteView | null,
  id: string,
  nowMs: number,
): Account {
  const sites = site?.secure
    ? [{ site: site.site, exactHost: false, source: 'binding', addedAtMs: nowMs } as const]
    : [];
  return { ...blankAccount(id, nowMs), service: service.trim(), login: login.trim(), sites };
}

function listView(contents: Contents, chance: Parameters<typeof runView>[2]): FlowListView {
  const runs = [...contents.flowRun.values()]
    .filter(({ state, touchedAtMs }) => state === 'open' || chance.nowMs - touchedAtMs < KEPT_DAYS * DAY_MS)
    .sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || b.touchedAtMs - a.touchedAtMs)
    .map((run) => runView(contents, run, chance));
  const onSms = inOrder(contents.account).flatMap((account) => {
    const phone = account.factors.find((factor) => factor.sort === 'phone' && isUsable(factor));
    return phone ? [{ ...nameOf(account), endsAtMs: phone.endsAtMs ?? null }] : [];
  });
  const never = Number.POSITIVE_INFINITY;
  return {
    runs,
    alternatives: ALTERNATIVES,
    onSms: onSms.sort((a, b) => (a.endsAtMs ?? never) - (b.endsAtMs ?? never) || 0),
  };
}
