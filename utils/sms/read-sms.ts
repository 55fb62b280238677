/** A pasted message → its code, who it says it is from, where the code belongs, and what is fishy about it. Keeps nothing. */
import { type BoundTo, readBoundLine } from './bound.ts';
import { candidatesIn } from './candidates.ts';
import { chooseCode } from './choose.ts';
import { type FishyReason, fishyReasons } from './fishy.ts';
import { folded, plainText } from './normalise.ts';
import { senderOf } from './sender.ts';
import { validSecondsOf } from './validity.ts';

export interface ReadSms {
  /** 4 to 10 letters and digits, without the dashes and spaces it is shown with; null when the message holds none. */
  readonly code: string | null;
  readonly sender: string | null;
  readonly boundTo: BoundTo | null;
  readonly validSeconds: number | null;
  readonly fishy: readonly FishyReason[];
}

/** The most a chain of messages holds, ten parts of 153 signs. What follows is no message any more. */
const MAX_LENGTH = 1600;

export function readSms(message: string): ReadSms {
  const text = plainText(message.slice(0, MAX_LENGTH));
  const lower = folded(text);
  const bound = readBoundLine(text);
  const chosen = bound === null ? chooseCode(candidatesIn(text), lower) : null;
  const boundCode = bound && /^[A-Za-z0-9-]{4,12}$/.test(bound.code) ? bound.code.replaceAll('-', '') : null;
  const code = boundCode ?? chosen?.code ?? null;
  const sender = senderOf(text, chosen?.prefix ?? '');
  return {
    code,
    sender,
    boundTo: bound?.boundTo ?? null,
    validSeconds: code === null ? null : validSecondsOf(lower),
    fishy: fishyReasons(text, lower, sender, bound?.boundTo.top ?? null),
  };
}
