/** What our pages are shown of factors, devices and flows: masked, and never a secret. */
import type { Account } from '../../../utils/accounts/account.ts';
import type { Device } from '../../../utils/factors/device.ts';
import type { Factor } from '../../../utils/factors/factor.ts';
import { shownName } from '../../../utils/factors/shown-name.ts';
import { isLastDailyWay } from '../../../utils/factors/states.ts';
import type { WayInView } from '../../../utils/views.ts';

export function wayInView(factor: Factor, account: Account, devices: ReadonlyMap<string, Device>): WayInView {
  const codes = factor.sort === 'recoveryCodes' ? factor.codes : null;
  return {
    id: factor.id,
    sort: factor.sort,
    state: factor.state,
    shown: shownName(factor),
    label: factor.label,
    deviceId: factor.deviceId,
    deviceName: devices.get(factor.deviceId ?? '')?.name ?? null,
    addedAtMs: factor.addedAtMs,
    lastUsedAtMs: factor.lastUsedAtMs,
    acceptedAtMs: factor.acceptedAtMs ?? null,
    goneSinceMs: factor.goneSinceMs ?? null,
    rotateEveryDays: factor.rotateEveryDays ?? null,
    endsAtMs: factor.endsAtMs ?? null,
    codesLeft: codes === null ? null : codes.filter(({ usedAtMs }) => usedAtMs === null).length,
    codesAll: codes === null ? null : codes.length,
    isLast: isLastDailyWay(account.factors, factor.id),
  };
}

export const waysInto = (account: Account, devices: ReadonlyMap<string, Device>): WayInView[] =>
  account.factors.map((factor) => wayInView(factor, account, devices));

export const nameOf = ({ id, service, login }: Account) => ({ id, service, login });
