/** Messages about earlier states of the vault: which there are, what they held, taking one back. */
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import { recordPlace } from '../../../utils/vault/places.ts';
import { sinceThen, withTakenBack } from '../../../utils/vault/take-back.ts';

type StateHandlers = Pick<Handlers, 'states.list' | 'states.look' | 'states.takeBack'>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
}

export function stateHandlers({ keeper, clock }: Ports): StateHandlers {
  return {
    'states.list': () => keeper.about(({ kept }) => [...kept].reverse()),

    async 'states.look'({ generation }) {
      const { contents: then, damaged } = await keeper.stateAt(generation);
      return keeper.about(({ contents: now, namesOfDamaged }) => ({
        accounts: [...then.account.values()]
          .filter(({ deletedAtMs }) => deletedAtMs === null)
          .map((account) => ({
            accountId: account.id,
            service: account.service,
            login: account.login,
            since: sinceThen(account, now.account.get(account.id)),
          })),
        damaged: damaged.map((key) => {
          const id = recordPlace(key)?.id ?? '';
          return now.account.get(id)?.service ?? namesOfDamaged.get(id) ?? null;
        }),
      }));
    },

    async 'states.takeBack'({ generation, accountIds }) {
      const then = await keeper.stateAt(generation);
      const accounts = await keeper.change(
        (taken: number) => ({ did: 'state.takenBack', generation, accounts: taken }),
        (now) => withTakenBack(now, then, accountIds ?? null, clock.nowMs()),
      );
      return { accounts };
    },
  };
}
