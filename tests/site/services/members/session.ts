/** Who is signed in at a played service. */
import type { Reply } from '../../exchange.ts';
import type { Member } from '../../members.ts';
import type { Visit } from '../../service.ts';
import type { MemberSession } from '../../world.ts';
import { type Brand, saying } from './brand.ts';
import { signInSheet } from './sign-in.ts';

const PROOF_LASTS_MS = 10 * 60_000;

export function begin(
  visit: Visit,
  brand: Brand,
  name: string,
  stage: MemberSession['stage'],
): MemberSession {
  const session: MemberSession = { name, stage, proofs: new Map() };
  visit.session.members.set(brand.id, session);
  return session;
}

/** Who it is, signed in or not. `?as=name` signs in a member made by a test. */
export function namedMember(visit: Visit, brand: Brand): { member: Member; session: MemberSession } | null {
  const members = visit.world.town.membersOf(brand.id);
  const preset = members.get(visit.url.searchParams.get('as') ?? '');
  const session =
    preset?.isPreset === true
      ? begin(visit, brand, preset.name, 'signedIn')
      : visit.session.members.get(brand.id);
  const member = members.get(session?.name ?? '');
  return session === undefined || member === undefined ? null : { member, session };
}

export function isReply(value: object): value is Reply {
  return 'status' in value && 'body' in value;
}

/** The one who is signed in, or what is shown instead: the form to sign in, or that the account is frozen. */
export function signedIn(visit: Visit, brand: Brand): Member | Reply {
  const found = namedMember(visit, brand);
  if (found === null || found.session.stage !== 'signedIn') {
    return signInSheet(visit, brand, null, { next: visit.url.pathname });
  }
  return isFrozen(visit, found.member) ? frozen(visit, brand) : found.member;
}

export function isFrozen(visit: Visit, member: Member): boolean {
  return member.isFrozen || visit.world.town.switches.isOn(member.service, 'account-frozen');
}

export function frozen(visit: Visit, brand: Brand): Reply {
  const { title, text, way } = visit.words.members.frozen;
  return saying(visit, brand, { title, text, status: 403, next: `${brand.home}/unfreeze`, way });
}

/** Something was shown to be true on the way; it holds for ten minutes. */
export function prove(visit: Visit, brand: Brand, what: string): void {
  visit.session.members.get(brand.id)?.proofs.set(what, visit.world.town.nowMs() + PROOF_LASTS_MS);
}

export function hasProven(visit: Visit, brand: Brand, what: string): boolean {
  return (visit.session.members.get(brand.id)?.proofs.get(what) ?? 0) > visit.world.town.nowMs();
}

/** All other sessions of this account, on every device. @returns how many there were. */
export function closeOthers(visit: Visit, member: Member): number {
  let closed = 0;
  for (const session of visit.state.sessions.values()) {
    if (session === visit.session || session.members.get(member.service)?.name !== member.name) continue;
    session.members.delete(member.service);
    closed += 1;
  }
  return closed;
}
