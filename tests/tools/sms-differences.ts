/** What the reading of one message differs in from what a list says of it. */
import { readSms } from '../../utils/sms/read-sms.ts';

export interface SmsEntry {
  readonly text: string;
  readonly code: string | null;
  readonly sender?: string | null;
  readonly boundTo?: string | { readonly top: string; readonly frame?: string | null } | null;
}

/** @returns what differs, in words; empty when all is right. */
export function differencesIn(entry: SmsEntry): string[] {
  const read = readSms(entry.text);
  const differ: string[] = [];
  const say = (what: string, got: unknown, wanted: unknown) => {
    if (got !== wanted) differ.push(`${what} ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
  };
  say('code', bare(read.code), bare(entry.code));
  // A list may write a sender otherwise than the message does; one of them within the other is the same.
  if (typeof entry.sender === 'string' && !isSameName(read.sender, entry.sender)) {
    say('sender', read.sender, entry.sender);
  }
  if (typeof entry.boundTo === 'string') say('bound to', read.boundTo?.top ?? null, entry.boundTo);
  else if (entry.boundTo) {
    say('bound to', read.boundTo?.top ?? null, entry.boundTo.top);
    say('in the frame of', read.boundTo?.frame ?? null, entry.boundTo.frame ?? null);
  } else if (entry.boundTo === null) say('bound to', read.boundTo?.top ?? null, null);
  return differ;
}

const bare = (code: string | null) => code?.replaceAll(/[\s-]/g, '') ?? null;

function isSameName(a: string | null, b: string): boolean {
  const [one, other] = [a ?? '', b].map((name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return !!one && !!other && (one.includes(other) || other.includes(one));
}
