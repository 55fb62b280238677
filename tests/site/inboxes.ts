/** What arrived at a number or an e-mail address: text messages, calls, mails. */

export interface Message {
  readonly kind: 'sms' | 'call' | 'mail';
  /** The number or address it came from. */
  readonly from: string;
  /** Mails have one. */
  readonly subject: string | null;
  readonly text: string;
  /** As it stands in the text; null where there is none. Tests read it, pages do not show it apart. */
  readonly code: string | null;
  /** When it can be read first: later than it was sent where the network is slow. */
  readonly arrivesAtMs: number;
}

export interface Inboxes {
  deliver(to: string, message: Message): void;
  /** Those that have arrived, the newest first. */
  messagesTo(to: string): readonly Message[];
  /** Every number and address that something was sent to. */
  addresses(): readonly string[];
  /** A number whose card the carrier has frozen receives nothing more until it is opened again. */
  setFrozen(to: string, isFrozen: boolean): void;
  isFrozen(to: string): boolean;
}

export function createInboxes(nowMs: () => number): Inboxes {
  const messages = new Map<string, Message[]>();
  const frozen = new Set<string>();
  return {
    deliver(to, message) {
      if (frozen.has(to)) return;
      messages.set(to, [message, ...(messages.get(to) ?? [])]);
    },
    messagesTo(to) {
      const arrived = (messages.get(to) ?? []).filter(({ arrivesAtMs }) => arrivesAtMs <= nowMs());
      return arrived.toSorted((a, b) => b.arrivesAtMs - a.arrivesAtMs);
    },
    addresses: () => [...messages.keys()],
    setFrozen(to, isFrozen) {
      if (isFrozen) frozen.add(to);
      else frozen.delete(to);
    },
    isFrozen: (to) => frozen.has(to),
  };
}
