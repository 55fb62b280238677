/** The message that enters what is no code of ours into a page of the account's own site: a number, an address, a code that was sent, a recovery code. */
import { accountIn, withFactor } from '../../../utils/accounts/edits.ts';
import { mayFillFrame } from '../../../utils/autofill/choose-frame.ts';
import type { Factor, RecoveryCodesFactor } from '../../../utils/factors/factor.ts';
import { readEmail } from '../../../utils/factors/hand-made.ts';
import { nationalDigits, readPhone } from '../../../utils/factors/phone.ts';
import { Fault } from '../../../utils/fault.ts';
import type { EntryFrame, EntryOrder, EntryOutcome } from '../../../utils/platform/fill-aid.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock } from '../../../utils/ports.ts';
import type { CheckedRequestOf } from '../../../utils/protocol.ts';
import { belongsTo } from '../../../utils/sites/belongs-to.ts';
import { addressOf, siteOfHost } from '../../../utils/sites/site.ts';
import { readSms } from '../../../utils/sms/read-sms.ts';
import { type Contents, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  urlOf(tabId: number): Promise<string | null>;
  enterInto(tabId: number, order: EntryOrder, frameId?: number): Promise<EntryOutcome>;
  framesOf(tabId: number): Promise<readonly EntryFrame[]>;
  /** Origins from the parent up to the top; null when the browser does not tell. */
  ancestorsOf(tabId: number, frameId: number): Promise<readonly string[] | null>;
  /** A code that was sent goes the way of our own codes. */
  fillSent(tabId: number, code: string): Promise<void>;
}

type Entry = CheckedRequestOf<'fill.entry'>['entry'];

export function entryHandlers(ports: Ports): Pick<Handlers, 'fill.entry'> {
  const { keeper, clock, urlOf } = ports;

  return {
    async 'fill.entry'({ tabId, accountId, entry }) {
      const url = (await urlOf(tabId)) ?? '';
      const site = addressOf(url);
      if (site === null) throw new Fault('fill/not-allowed');
      if (!site.secure) throw new Fault('fill/not-secure');
      const account = await keeper.read((contents) => accountIn(contents.account, accountId));
      if (!belongsTo(account, site.host)) throw new Fault('fill/wrong-site');
      if (entry.sort === 'message') {
        await ports.fillSent(tabId, codeOfMessage(entry.text, site.site));
        return { codesLeft: null };
      }
      const order = orderFor(entry, account.factors);
      refuse(await enterWhereAsked(ports, tabId, url, order));
      if (entry.sort !== 'recovery') return { codesLeft: null };
      // Ticked off once it is in the page, not before: a code that never got there is still good.
      const codesLeft = await keeper.change(
        (left: number) => ({
          did: 'recoveryCode.used',
          accountId,
          factorId: entry.factorId,
          left,
          on: site.host,
        }),
        (contents) => usedUp(contents, { accountId, ...entry }, order.text, site.host, clock.nowMs()),
      );
      return { codesLeft };
    },
  };
}

/** The page itself, else a frame in it with nothing but its own site around: many services have their forms in one. */
async function enterWhereAsked(
  ports: Ports,
  tabId: number,
  topUrl: string,
  order: Omit<EntryOrder, 'expectOrigin'>,
): Promise<EntryOutcome> {
  const top = await ports.enterInto(tabId, { ...order, expectOrigin: new URL(topUrl).origin });
  if (top !== 'no-field') return top;
  for (const { frameId, origin } of await ports.framesOf(tabId)) {
    const ancestors = await ports.ancestorsOf(tabId, frameId);
    if (!mayFillFrame({ frameId, origin }, { topUrl, allowed: [] }, ancestors)) continue;
    const outcome = await ports.enterInto(tabId, { ...order, expectOrigin: origin }, frameId);
    if (outcome !== 'no-field') return outcome;
  }
  return 'no-field';
}

/** @throws Fault `sms/no-code`, `sms/other-site` (detail: the domain it is for). */
function codeOfMessage(text: string, site: string): string {
  const { code, boundTo } = readSms(text);
  if (boundTo !== null && siteOfHost(boundTo.top) !== site) throw new Fault('sms/other-site', boundTo.top);
  if (code === null) throw new Fault('sms/no-code');
  return code;
}

function orderFor(
  entry: Exclude<Entry, { sort: 'message' }>,
  factors: readonly Factor[],
): Omit<EntryOrder, 'expectOrigin'> {
  if (entry.sort === 'address') return { sort: 'address', text: readEmail(entry.address), wide: null };
  if (entry.sort === 'number') {
    const { numberE164 } = readPhone(entry.number, entry.country);
    return { sort: 'number', text: nationalDigits(numberE164), wide: numberE164 };
  }
  const factor = codesIn(factors, entry.factorId);
  const code = factor.codes.find(({ usedAtMs }, at) => usedAtMs === null && (entry.at ?? at) === at);
  if (code === undefined) throw new Fault(entry.at === undefined ? 'codes/none-left' : 'codes/used-already');
  return { sort: 'recovery', text: code.text, wide: null };
}

function codesIn(factors: readonly Factor[], factorId: string): RecoveryCodesFactor {
  const factor = factors.find(({ id }) => id === factorId);
  if (factor?.sort !== 'recoveryCodes') throw new Fault('factor/not-found');
  return factor;
}

function refuse(outcome: EntryOutcome): void {
  if (outcome === 'filled') return;
  if (outcome === 'no-field') throw new Fault('fill/no-entry-field');
  if (outcome === 'not-allowed') throw new Fault('fill/not-allowed');
  if (outcome === 'gone' || outcome === 'hidden') throw new Fault('fill/field-gone');
  throw new Fault(outcome === 'wrong-site' ? 'fill/page-changed' : 'fill/not-kept');
}

function usedUp(
  contents: Contents,
  { accountId, factorId }: { readonly accountId: string; readonly factorId: string },
  text: string,
  usedOn: string,
  nowMs: number,
): readonly [Contents, number] {
  const account = accountIn(contents.account, accountId);
  const factor = codesIn(account.factors, factorId);
  const codes = factor.codes.map((code) =>
    code.text === text && code.usedAtMs === null ? { ...code, usedAtMs: nowMs, usedOn } : code,
  );
  const used = withFactor(account, { ...factor, codes, lastUsedAtMs: nowMs });
  return [
    withRecord(contents, 'account', accountId, used),
    codes.filter(({ usedAtMs }) => usedAtMs === null).length,
  ];
}
