/** What the played services share: their members, the inboxes, the switches, and a clock that can be moved forward. */
import { createInboxes, type Inboxes } from './inboxes.ts';
import type { Member } from './members.ts';
import { createSentCodes, type SentCodes } from './sent-codes.ts';
import { createSwitches, SERVICE_IDS, type ServiceId, type Switches } from './switches.ts';

export interface Town {
  /**
   * The time for waits and deadlines, which anybody may move forward. Codes of an authenticator are checked by the real
   * time: the authenticator's clock cannot be moved along.
   */
  nowMs(): number;
  moveClock(forwardMs: number): void;
  movedMs(): number;
  membersOf(service: ServiceId): Map<string, Member>;
  readonly inboxes: Inboxes;
  readonly sentCodes: SentCodes;
  readonly switches: Switches;
  /** When the bank ends its codes by text message. */
  readonly smsEndsMs: number;
}

const THIRTY_DAYS_MS = 30 * 86_400_000;

export function createTown(realNowMs: () => number): Town {
  let movedMs = 0;
  const nowMs = () => realNowMs() + movedMs;
  const members = new Map(SERVICE_IDS.map((id) => [id, new Map<string, Member>()]));
  return {
    nowMs,
    moveClock(forwardMs) {
      if (!(forwardMs >= 0)) throw new Error('time goes forward only');
      movedMs += forwardMs;
    },
    movedMs: () => movedMs,
    membersOf: (service) => members.get(service) ?? new Map(),
    inboxes: createInboxes(nowMs),
    sentCodes: createSentCodes(nowMs),
    switches: createSwitches(),
    smsEndsMs: realNowMs() + THIRTY_DAYS_MS,
  };
}
