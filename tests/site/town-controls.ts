/** What a browser test asks of the played services beside their pages. */
import { bytesOfBase32 } from './base32.ts';
import type { Message } from './inboxes.ts';
import { createMember, type Member, type MemberPreset } from './members.ts';
import { usualOtp } from './one-time-code.ts';
import type { ServiceId, SwitchName } from './switches.ts';
import type { Town } from './town.ts';

export interface TownMember extends Omit<MemberPreset, 'otp' | 'isPreset'> {
  /** With it the account has an authenticator: SHA-1, six digits, 30 s. */
  readonly otpSecretBase32?: string;
}

export interface TownControls {
  /** Makes a member, or replaces the one of that name. `?as=name` signs this one in. What comes back is live. */
  withMember(service: ServiceId, preset: TownMember): Member;
  /** Null where there is none, as after a form that was refused. */
  memberOf(service: ServiceId, name: string): Member | null;
  setSwitch(service: ServiceId, name: SwitchName, isOn?: boolean): void;
  clearSwitches(): void;
  /** For waits, cooling-off and deadlines. Codes of authenticators go on by the real time. */
  moveClock(forwardMs: number): void;
  /** Those that have arrived, the newest first. `to` is E.164 or an e-mail address. */
  messagesTo(to: string): readonly Message[];
  /** The code in the newest message that has one. */
  lastCodeTo(to: string): string | null;
}

export function controlsOf(town: Town): TownControls {
  return {
    withMember(service, { otpSecretBase32, ...preset }) {
      const otp = otpSecretBase32 === undefined ? undefined : usualOtp(bytesOfBase32(otpSecretBase32));
      const member = createMember(service, { ...preset, otp, isPreset: true });
      town.membersOf(service).set(member.name, member);
      return member;
    },
    memberOf: (service, name) => town.membersOf(service).get(name) ?? null,
    setSwitch: (service, name, isOn = true) => town.switches.set(service, name, isOn),
    clearSwitches: () => town.switches.clear(),
    moveClock: (forwardMs) => town.moveClock(forwardMs),
    messagesTo: (to) => town.inboxes.messagesTo(to),
    lastCodeTo: (to) => town.inboxes.messagesTo(to).find(({ code }) => code !== null)?.code ?? null,
  };
}
