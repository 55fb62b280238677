/** Messages about the ways into one account: write down, edit, put aside or take back, recovery codes shown and used. */
import type { Account } from '../../../utils/accounts/account.ts';
import { accountIn, withFactor } from '../../../utils/accounts/edits.ts';
import { encodeHex } from '../../../utils/encoding/hex.ts';
import type { Factor } from '../../../utils/factors/factor.ts';
import { handMadeFactor } from '../../../utils/factors/hand-made.ts';
import { spellPhone } from '../../../utils/factors/phone.ts';
import { readRecoveryCodes } from '../../../utils/factors/recovery-codes.ts';
import { Fault } from '../../../utils/fault.ts';
import { Edit } from '../../../utils/flows/edit.ts';
import { endOfDayMs } from '../../../utils/flows/inputs.ts';
import { nameToType } from '../../../utils/flows/run.ts';
import type { FactorChange } from '../../../utils/flows/run-record.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, Randomness } from '../../../utils/ports.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { WayInView } from '../../../utils/views.ts';
import { waysInto } from './way-in-views.ts';

type FactorHandlers = Pick<
  Handlers,
  | 'factors.list'
  | 'factors.find'
  | 'factors.add'
  | 'factors.edit'
  | 'factors.setState'
  | 'factors.readCodes'
  | 'factors.reveal'
  | 'factors.useCode'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

export function factorHandlers({ keeper, clock, randomness }: Ports): FactorHandlers {
  const newId = () => encodeHex(randomness.bytes(16));

  /** One change by hand, under the same guards as the flows. */
  async function byHand(
    accountId: string,
    work: (edit: Edit, account: Account) => readonly string[],
  ): Promise<WayInView[]> {
    const { ways } = await keeper.change(
      ({ changes }: { changes: readonly FactorChange[] }) => ({ did: 'factor.changed', by: 'hand', changes }),
      (contents) => {
        const edit = new Edit(contents, clock.nowMs(), newId);
        const consents = work(edit, accountIn(contents.account, accountId));
        const next = edit.finish(contents, consents);
        return [next, { changes: edit.changes, ways: waysOf(next, accountId) }];
      },
    );
    return ways;
  }

  return {
    'factors.list': ({ accountId }) => keeper.read((contents) => waysOf(contents, accountId)),

    'factors.find': ({ text }) =>
      keeper.read(({ account }) =>
        [...account.values()]
          .filter((one) => one.deletedAtMs === null && one.factors.some((factor) => holds(factor, text)))
          .map(({ id }) => id),
      ),

    'factors.add': ({ accountId, ...made }) =>
      byHand(accountId, (edit) => {
        edit.add(accountId, handMadeFactor(made), 'active');
        return [];
      }),

    'factors.edit': ({ accountId, factorId, endsOn, ...given }) =>
      byHand(accountId, (edit) => {
        const days = given.rotateEveryDays;
        edit.patch(accountId, factorId, {
          ...(given.label === undefined ? {} : { label: given.label.trim() }),
          ...(given.deviceId === undefined ? {} : { deviceId: given.deviceId }),
          ...(days === undefined ? {} : { rotateEveryDays: days ?? undefined }),
          ...(endsOn === undefined ? {} : { endsAtMs: endsOn === null ? undefined : endOfDayMs(endsOn) }),
        });
        return [];
      }),

    'factors.setState': ({ accountId, factorId, state, typedName }) =>
      byHand(accountId, (edit, account) => {
        edit.move(accountId, factorId, state);
        const isTyped = typedName.trim().toLowerCase() === nameToType(account).toLowerCase();
        return isTyped ? [`last-factor:${accountId}`] : [];
      }),

    async 'factors.readCodes'({ text }) {
      const codes = readRecoveryCodes(text);
      if (codes.length === 0) throw new Fault('codes/none-found');
      return codes;
    },

    'factors.reveal': ({ accountId, factorId }) =>
      keeper.change({ did: 'factor.shown', accountId, factorId }, (contents) => {
        const factor = factorIn(contents, accountId, factorId);
        const codes = factor.sort === 'recoveryCodes' ? factor.codes : [];
        return [contents, { text: wholeText(factor), codes }];
      }),

    async 'factors.useCode'({ accountId, factorId, at, on }) {
      const nowMs = clock.nowMs();
      return keeper.change(
        ({ left }: { text: string; left: number }) => ({
          did: 'recoveryCode.used',
          accountId,
          factorId,
          left,
          on,
        }),
        (contents) => {
          const factor = factorIn(contents, accountId, factorId);
          if (factor.sort !== 'recoveryCodes') throw new Fault('factor/not-found');
          const place = at ?? factor.codes.findIndex(({ usedAtMs }) => usedAtMs === null);
          const code = factor.codes[place];
          if (code === undefined) throw new Fault('codes/none-left');
          if (code.usedAtMs !== null) throw new Fault('codes/used-already');
          const codes = factor.codes.map((one) =>
            one === code ? { ...one, usedAtMs: nowMs, usedOn: on === '' ? null : on } : one,
          );
          const used = { ...factor, codes, lastUsedAtMs: nowMs };
          const account = withFactor(accountIn(contents.account, accountId), used);
          const left = codes.filter(({ usedAtMs }) => usedAtMs === null).length;
          return [withRecord(contents, 'account', accountId, account), { text: code.text, left }];
        },
      );
    },
  };
}

const waysOf = (contents: Contents, accountId: string) =>
  waysInto(accountIn(contents.account, accountId), contents.device);

function factorIn(contents: Contents, accountId: string, factorId: string): Factor {
  const factor = accountIn(contents.account, accountId).factors.find(({ id }) => id === factorId);
  if (!factor) throw new Fault('factor/not-found');
  return factor;
}

function wholeText(factor: Factor): string {
  if (factor.sort === 'phone') return spellPhone(factor.numberE164);
  return factor.sort === 'email' ? factor.address : '';
}

/** Digits are looked for in numbers, whatever stands between them; letters in addresses. */
function holds(factor: Factor, text: string): boolean {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const digits = wanted.replaceAll(/[\s+()-]/g, '');
  if (factor.sort === 'phone') return /^\d{2,}$/.test(digits) && factor.numberE164.includes(digits);
  return factor.sort === 'email' && wanted.length > 1 && factor.address.toLowerCase().includes(wanted);
}
