/** Messages about this machine's clock: compared with the site in the tab, corrected for codes, and taken back. */
import { Fault } from '../../../utils/fault.ts';
import {
  CLOCK_SKEW,
  type ClockSample,
  isOff,
  type MeasuredSkew,
  skewOf,
} from '../../../utils/otp/clock-skew.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, SessionStore } from '../../../utils/ports.ts';
import { addressOf } from '../../../utils/sites/site.ts';
import { type Contents, type Json, withoutRecord, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import { BELIEVED_FACT } from '../../../utils/vault/status.ts';
import type { ClockView } from '../../../utils/views.ts';

type ClockHandlers = Pick<Handlers, 'clock.measure' | 'clock.correct' | 'clock.undo' | 'clock.believe'>;

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly session: SessionStore;
  urlOf(tabId: number): Promise<string | null>;
  askTime(tabId: number): Promise<readonly ClockSample[]>;
}

/** What was measured and not yet agreed to. */
const MEASURED = 'clock.measured';

export function skewIn({ fact }: Contents): MeasuredSkew | null {
  return (fact.get(CLOCK_SKEW) as unknown as MeasuredSkew | undefined) ?? null;
}

/** To be added to this machine's clock wherever a code is computed. */
export function skewMsIn(contents: Contents): number {
  return skewIn(contents)?.skewMs ?? 0;
}

export const clockView = (skew: MeasuredSkew): ClockView => ({ ...skew, isOff: isOff(skew) });

export function clockHandlers({ keeper, clock, session, urlOf, askTime }: Ports): ClockHandlers {
  return {
    async 'clock.measure'({ tabId }) {
      const site = addressOf((await urlOf(tabId)) ?? '');
      if (site === null) throw new Fault('fill/not-allowed');
      if (!site.secure) throw new Fault('fill/not-secure');
      const skew = skewOf(await askTime(tabId));
      if (skew === null) throw new Fault('clock/no-date');
      const measured = { ...skew, site: site.host, measuredAtMs: clock.nowMs() };
      await session.set({ [MEASURED]: measured });
      return clockView(measured);
    },

    /** What the user was shown, and nothing that came later. */
    async 'clock.correct'({ measuredAtMs }) {
      const measured = await session.get<MeasuredSkew>(MEASURED);
      if (measured === null || measured.measuredAtMs !== measuredAtMs) throw new Fault('clock/no-date');
      const { site, skewMs } = measured;
      await keeper.change(
        { did: 'clock.corrected', site, seconds: Math.round(skewMs / 1000) },
        (contents) => [withRecord(contents, 'fact', CLOCK_SKEW, measured as unknown as Json), null],
      );
      return clockView(measured);
    },

    async 'clock.undo'() {
      await keeper.change({ did: 'clock.trusted' }, (contents) => [
        withoutRecord(contents, 'fact', CLOCK_SKEW),
        null,
      ]);
      return null;
    },

    async 'clock.believe'({ seenMs }) {
      await keeper.change({ did: 'clock.believed' }, (contents) => [
        withRecord(contents, 'fact', BELIEVED_FACT, seenMs),
        null,
      ]);
      return null;
    },
  };
}
