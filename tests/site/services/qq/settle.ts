/** Ends the days of rest: whoever looks at the account after them finds the phone unbound. */
import type { Reply } from '../../exchange.ts';
import type { Member } from '../../members.ts';
import type { Visit } from '../../service.ts';
import { type Brand, remember } from '../members/brand.ts';
import { sendNotice } from '../members/deliver.ts';
import { signedIn } from '../members/session.ts';

export function settledMember(visit: Visit, brand: Brand): Member | Reply {
  settle(visit, brand);
  return signedIn(visit, brand);
}

export function settle(visit: Visit, brand: Brand): void {
  for (const member of visit.world.town.membersOf(brand.id).values()) {
    const { waitsUntilMs } = member;
    if (waitsUntilMs !== null && waitsUntilMs <= visit.world.town.nowMs()) finish(visit, brand, member);
  }
}

export function finish(visit: Visit, brand: Brand, member: Member): void {
  const old = member.phone;
  member.phone = null;
  member.waitsUntilMs = null;
  member.isHalfUnbound = false;
  member.isUnbound = true;
  remember(visit, member, 'phoneUnbound');
  sendNotice(visit, brand, old, visit.words.qq.unbind.notice);
}
