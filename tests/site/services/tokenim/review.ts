/** TokenIM: the ways back that take the service some time, and the security question one of them asks. */
import type { Reply } from '../../exchange.ts';
import { html } from '../../html.ts';
import { filled } from '../../language.ts';
import { failure, goOn } from '../../layout.ts';
import type { Member } from '../../members.ts';
import type { Route, Visit } from '../../service.ts';
import { type Brand, brandSheet, dateTime, saying } from '../members/brand.ts';
import { sendNotice } from '../members/deliver.ts';
import { answerHash } from '../members/otp-page.ts';
import { frozen, isFrozen, isReply, namedMember, signedIn } from '../members/session.ts';

const HOUR_MS = 3_600_000;
/** What the service takes its time for, and how long: it has no channel of its own to the asker there. */
const REVIEWS = { question: 24 * HOUR_MS, support: 72 * HOUR_MS } as const;
export const NEW_KEY = '/tokenim/key/new';

export function knownMember(visit: Visit, brand: Brand): Member | Reply {
  const found = namedMember(visit, brand);
  if (found === null) return goOn(visit, '/tokenim/key/lost');
  return isFrozen(visit, found.member) ? frozen(visit, brand) : found.member;
}

export function named(brand: Brand, act: (visit: Visit, member: Member) => Reply): (visit: Visit) => Reply {
  return (visit) => {
    const member = knownMember(visit, brand);
    return isReply(member) ? member : act(visit, member);
  };
}

/** Ways that end in a wait. */
export function reviewRoutes(brand: Brand): readonly Route[] {
  const form = (visit: Visit, by: 'byQuestion' | 'bySupport', path: string, problem: string | null) => {
    const { title, hint, label } = visit.words.tokenim[by];
    const content = html`<h1>${title}</h1><p class="soft">${hint}</p><form method="post" action="${path}">${failure(problem)}
<label for="answer">${label}</label><input id="answer" name="answer" autocomplete="off" required>
<button>${visit.words.members.confirm}</button></form>`;
    return brandSheet(visit, brand, { title, content });
  };
  const pair = (by: 'byQuestion' | 'bySupport', path: string, waitMs: number): readonly Route[] => [
    { method: 'GET', path, handle: named(brand, (visit) => form(visit, by, path, null)) },
    {
      method: 'POST',
      path,
      handle: named(brand, (visit, member) => {
        const typed = visit.form.get('answer') ?? '';
        const { world, words } = visit;
        const key = `tokenim answer ${member.name}`;
        const lockedMs = world.wrongCodes.waitMs(key, world.town.nowMs());
        const minutes = Math.ceil(lockedMs / 60_000);
        if (lockedMs > 0) return form(visit, by, path, filled(words.members.code.tooMany, { minutes }));
        const isRight =
          by === 'bySupport' ? typed.trim().length >= 4 : answerHash(typed) === member.answerHash;
        if (!isRight) {
          world.wrongCodes.countFailure(key, world.town.nowMs());
          return form(visit, by, path, words.tokenim[by].wrong);
        }
        sendNotice(visit, brand, member.email, words.tokenim.waiting.notice);
        member.waitsUntilMs = visit.world.town.nowMs() + waitMs;
        return waiting(visit, brand, member.waitsUntilMs);
      }),
    },
  ];
  return [
    ...pair('byQuestion', '/tokenim/key/by-question', REVIEWS.question),
    ...pair('bySupport', '/tokenim/key/by-support', REVIEWS.support),
  ];
}

export function waiting(visit: Visit, brand: Brand, untilMs: number): Reply {
  const { title, text, way } = visit.words.tokenim.waiting;
  return saying(visit, brand, {
    title,
    text: filled(text, { until: dateTime(untilMs) }),
    next: NEW_KEY,
    way,
    isGood: true,
  });
}

export function questionRoutes(brand: Brand): readonly Route[] {
  const path = '/tokenim/question';
  const own = (act: (visit: Visit, member: Member) => Reply) => (visit: Visit) => {
    const member = signedIn(visit, brand);
    return isReply(member) ? member : act(visit, member);
  };
  const sheet = (visit: Visit, problem: string | null) => {
    const { title, hint, label } = visit.words.tokenim.question;
    const content = html`<h1>${title}</h1><p class="soft">${hint}</p><form method="post" action="${path}">${failure(problem)}
<label for="answer">${label}</label><input id="answer" name="answer" autocomplete="off" required>
<button>${visit.words.members.confirm}</button></form>`;
    return brandSheet(visit, brand, { title, content });
  };
  return [
    { method: 'GET', path, handle: own((visit) => sheet(visit, null)) },
    {
      method: 'POST',
      path,
      handle: own((visit, member) => {
        const { short, done, doneText } = visit.words.tokenim.question;
        const answer = visit.form.get('answer') ?? '';
        if (answer.trim().length < 2) return sheet(visit, short);
        member.answerHash = answerHash(answer);
        return saying(visit, brand, { title: done, text: doneText, isGood: true });
      }),
    },
  ];
}
