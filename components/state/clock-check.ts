/** This machine's clock beside the one of the site in the tab: asked, corrected for codes, taken back. */
import { Fault } from '../../utils/fault.ts';
import { send } from '../../utils/platform/send.ts';
import type { ClockView } from '../../utils/views.ts';
import { forgetAccounts, loadAccounts } from './accounts.ts';
import { clockSkew } from './clock.ts';
import { tabId } from './site.ts';
import { status } from './vault.ts';

/** @throws Fault `clock/no-date`, `fill/not-allowed`. */
export async function measureClock(): Promise<ClockView> {
  if (tabId.value === undefined) throw new Fault('fill/not-allowed');
  return send('clock.measure', { tabId: tabId.value });
}

export async function correctClock({ measuredAtMs }: ClockView): Promise<void> {
  clockSkew.value = await send('clock.correct', { measuredAtMs });
  await computeAnew();
}

export async function trustClock(): Promise<void> {
  await send('clock.undo', {});
  clockSkew.value = null;
  await computeAnew();
}

/** No code of before stays on the screen. */
async function computeAnew(): Promise<void> {
  forgetAccounts();
  await loadAccounts();
}

/** It was the later time, which the vault has seen before, that was wrong. */
export async function believeClock(seenMs: number): Promise<void> {
  await send('clock.believe', { seenMs });
  status.value = await send('vault.status', {});
}
