/** Messages about fields that the user points at: begin, keep, tell the pages of that host, list, forget. */
import { type FieldRule, stampOf } from '../../../utils/autofill/field-rule.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Handler, Handlers, PageContext } from '../../../utils/platform/serve.ts';
import type { TeachPage } from '../../../utils/platform/teach-push.ts';
import type { Clock, SessionStore } from '../../../utils/ports.ts';
import { addressOf } from '../../../utils/sites/site.ts';
import { type Contents, type Json, withoutRecord, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { RuleView } from '../../../utils/views.ts';

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly session: SessionStore;
  readonly page: TeachPage;
  nonce(): string;
}

type TeachHandlers = Pick<
  Handlers,
  'teach.start' | 'teach.done' | 'teach.ended' | 'rules.list' | 'rules.remove'
>;

/** Beginning of the names of these facts. Stored: never rename. */
const RULE = 'fill.rule.';
const MOST_RULES_A_HOST = 20;
const askedKey = (tabId: number) => `teach.${tabId}`;

export function rulesIn({ fact }: Contents): RuleView[] {
  const rules = [...fact].flatMap(([name, body]) =>
    name.startsWith(RULE) ? [{ ...(body as unknown as FieldRule), id: name.slice(RULE.length) }] : [],
  );
  return rules.sort((a, b) => b.taughtAtMs - a.taughtAtMs);
}

const isAt = (host: string) => (rule: FieldRule) => rule.host === host;

export function createTeach({ keeper, clock, session, page, nonce }: Ports) {
  const rulesFor = (host: string): Promise<readonly FieldRule[]> =>
    keeper
      .read((contents) => rulesIn(contents).filter(isAt(host)).slice(0, MOST_RULES_A_HOST))
      .catch(() => []);

  const tell = async ({ tabId, frameId, documentId }: PageContext, rules: readonly FieldRule[]) =>
    page.tellRules(tabId, { frameId, documentId }, { tallystick: 'rules', rules });

  const end = (tabId: number, asked: string) =>
    page.end(tabId, { tallystick: 'teach', nonce: asked, words: null });

  /** @returns whether this is what the user asked for in that tab; it is asked once. */
  async function isAsked(tabId: number, asked: string): Promise<boolean> {
    if ((await session.get<string>(askedKey(tabId))) !== asked) return false;
    await session.remove([askedKey(tabId)]);
    return true;
  }

  const handlers: TeachHandlers = {
    async 'teach.start'({ tabId, words }) {
      const site = addressOf((await page.urlOf(tabId)) ?? '');
      if (site === null) throw new Fault('fill/not-allowed');
      if (!site.secure) throw new Fault('fill/not-secure');
      const asked = nonce();
      await session.set({ [askedKey(tabId)]: asked });
      await page.begin(tabId, { tallystick: 'teach', nonce: asked, words });
      return null;
    },

    async 'teach.done'({ nonce: asked, ...told }, context) {
      const { tabId, origin } = context;
      const site = addressOf(origin);
      if (site === null || !site.secure || !(await isAsked(tabId, asked))) return null;
      const rule: FieldRule = { ...told, host: site.host, taughtAtMs: clock.nowMs() };
      await keeper.change({ did: 'field.taught', site: site.host }, (contents) => [
        withRecord(contents, 'fact', `${RULE}${asked}`, rule as unknown as Json),
        null,
      ]);
      await end(tabId, asked);
      await page.look(tabId);
      await tell(context, await rulesFor(site.host));
      await page.openPopup();
      return null;
    },

    async 'teach.ended'({ nonce: asked }, { tabId }) {
      if (await isAsked(tabId, asked)) await end(tabId, asked);
      return null;
    },

    'rules.list': () => keeper.read(rulesIn),

    async 'rules.remove'({ ruleId }) {
      const forgotten = ({ host }: FieldRule) => ({ did: 'field.forgotten', site: host }) as const;
      await keeper.change(forgotten, (contents) => {
        const known = rulesIn(contents).find(({ id }) => id === ruleId);
        if (known === undefined) throw new Fault('fill/no-rule');
        return [withoutRecord(contents, 'fact', `${RULE}${ruleId}`), known];
      });
      return keeper.read(rulesIn);
    },
  };

  return {
    handlers,
    /** A document that does not know the rules of its host is told them first, and reports again. */
    afterRules(report: Handler<'field.found'>): Handler<'field.found'> {
      return async (request, context) => {
        const host = addressOf(context.origin)?.host;
        if (request.shape !== 'hint' && host !== undefined) {
          const rules = await rulesFor(host);
          if (stampOf(rules) !== (request.rules ?? '')) {
            await tell(context, rules);
            return null;
          }
        }
        return report(request, context);
      };
    },
  };
}
