/** Messages about devices, about what their loss would mean, and the check-up. */
import { encodeHex } from '../../../utils/encoding/hex.ts';
import { checkUp } from '../../../utils/factors/check-up.ts';
import { type Device, hangsOn } from '../../../utils/factors/device.ts';
import { maskPhone, readPhone } from '../../../utils/factors/phone.ts';
import { shownName } from '../../../utils/factors/shown-name.ts';
import { whatIfLost } from '../../../utils/factors/what-if-lost.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, Randomness } from '../../../utils/ports.ts';
import { type Contents, withoutRecord, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { CheckUpView, DeviceView, WhatIfLostView } from '../../../utils/views.ts';
import { nameOf, wayInView } from './way-in-views.ts';

type DeviceHandlers = Pick<
  Handlers,
  'devices.list' | 'devices.save' | 'devices.remove' | 'simulate.lost' | 'checkup.read'
>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

export function deviceHandlers({ keeper, clock, randomness }: Ports): DeviceHandlers {
  return {
    'devices.list': () => keeper.read(deviceViews),

    async 'devices.save'({ deviceId, number, country, ...given }) {
      const numberE164 = number.trim() === '' ? null : readPhone(number, country).numberE164;
      const fresh = { state: 'inHand', lostAtMs: null, addedAtMs: clock.nowMs() } as const;
      const id = deviceId ?? encodeHex(randomness.bytes(16));
      return keeper.change({ did: 'device.saved', deviceId: id, name: given.name }, (contents) => {
        const known = contents.device.get(id);
        if (deviceId !== undefined && !known) throw new Fault('device/not-found');
        const device: Device = { ...fresh, ...known, ...given, id, numberE164 };
        const next = withRecord(contents, 'device', id, device);
        return [next, deviceViews(next)];
      });
    },

    /** What hung on it stays, and hangs on nothing we know. */
    'devices.remove': ({ deviceId }) =>
      keeper
        .change(
          ({ name }: { name: string; views: DeviceView[] }) => ({ did: 'device.removed', deviceId, name }),
          (contents) => {
            const device = contents.device.get(deviceId);
            if (!device) throw new Fault('device/not-found');
            const next = withoutDevice(contents, deviceId);
            return [next, { name: device.name, views: deviceViews(next) }];
          },
        )
        .then(({ views }) => views),

    'simulate.lost': ({ deviceIds }) =>
      keeper.read((contents) => {
        const unknown = deviceIds.find((id) => !contents.device.has(id));
        if (unknown !== undefined) throw new Fault('device/not-found');
        return lossView(contents, deviceIds);
      }),

    'checkup.read': () => keeper.read((contents) => checkUpView(contents, clock.nowMs())),
  };
}

function deviceViews({ account, device }: Contents): DeviceView[] {
  const accounts = [...account.values()].filter(({ deletedAtMs }) => deletedAtMs === null);
  return [...device.values()].map((one) => ({
    ...one,
    shownNumber: one.numberE164 && maskPhone(one.numberE164),
    accounts: accounts.filter(({ factors }) =>
      factors.some((factor) => factor.state !== 'retired' && hangsOn(factor, one)),
    ).length,
  }));
}

function withoutDevice(contents: Contents, deviceId: string): Contents {
  let next = withoutRecord(contents, 'device', deviceId);
  for (const [id, account] of contents.account) {
    if (!account.factors.some((factor) => factor.deviceId === deviceId)) continue;
    const factors = account.factors.map((factor) =>
      factor.deviceId === deviceId ? { ...factor, deviceId: null } : factor,
    );
    next = withRecord(next, 'account', id, { ...account, factors });
  }
  return next;
}

function lossView(contents: Contents, deviceIds: readonly string[]): WhatIfLostView {
  const { hits, circles, untouched } = whatIfLost(contents, deviceIds);
  return {
    untouched,
    circles: circles.map((ids) =>
      ids.map((id) => ({ id, service: contents.account.get(id)?.service ?? '' })),
    ),
    hits: hits.flatMap((hit) => {
      const account = contents.account.get(hit.accountId);
      if (!account) return [];
      const { service, login } = nameOf(account);
      const viewsOf = (ids: readonly string[]) =>
        account.factors
          .filter(({ id }) => ids.includes(id))
          .map((factor) => wayInView(factor, account, contents.device));
      return [{ ...hit, service, login, left: viewsOf(hit.leftFactorIds), lost: viewsOf(hit.lostFactorIds) }];
    }),
  };
}

function checkUpView(contents: Contents, nowMs: number): CheckUpView {
  const { score, findings } = checkUp(contents, nowMs);
  return {
    score,
    findings: findings.map((finding) => {
      const account = contents.account.get(finding.accountId ?? '');
      const factor = account?.factors.find(({ id }) => id === finding.factorId);
      return {
        ...finding,
        service: account?.service ?? null,
        login: account?.login ?? null,
        shown: factor ? shownName(factor) : null,
      };
    }),
  };
}
