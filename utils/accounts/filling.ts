/** What the user chooses about filling one account's codes: where, how, and in which frames. Pure edits. */
import { Fault } from '../fault.ts';
import { addressOf, siteOfHost } from '../sites/site.ts';
import type { Account, BoundSite } from './account.ts';

/** Names one binding of an account. */
export interface SiteName {
  readonly site: string;
  readonly exactHost: boolean;
}
export type FillingChange =
  | (SiteName & { readonly what: 'oneClick'; readonly on: boolean })
  /** `host`: only there; null: the whole site again. */
  | (SiteName & { readonly what: 'narrow'; readonly host: string | null })
  | (SiteName & { readonly what: 'forget' })
  | { readonly what: 'submits'; readonly on: boolean }
  | { readonly what: 'frame'; readonly host: string; readonly within: string; readonly on: boolean };

/**
 * @throws Fault `fill/wrong-site` for a host that is no part of the site it should narrow, or a frame that is no secure host
 * of another site.
 */
export function withFilling(account: Account, change: FillingChange, nowMs: number): Account {
  const edit = EDITS[change.what] as (account: Account, change: FillingChange, nowMs: number) => Account;
  return edit(account, change, nowMs);
}

type Edits = {
  readonly [W in FillingChange['what']]: (
    account: Account,
    change: Extract<FillingChange, { what: W }>,
    nowMs: number,
  ) => Account;
};

const EDITS: Edits = {
  oneClick: (account, { on, ...name }) => withEachSite(account, name, (site) => [{ ...site, oneClick: on }]),
  forget: (account, name) => withEachSite(account, name, () => []),
  submits: (account, { on }) => ({ ...account, submits: on }),

  narrow(account, { host, ...name }) {
    const wanted = host === null ? siteOfHost(name.site) : hostOf(host);
    if (siteOfHost(wanted) !== siteOfHost(name.site)) throw new Fault('fill/wrong-site');
    return withEachSite(account, name, (site) => [{ ...site, site: wanted, exactHost: host !== null }]);
  },

  frame(account, { host, within, on }, addedAtMs) {
    const others = (account.frames ?? []).filter((one) => one.host !== host || one.within !== within);
    if (!on) return { ...account, frames: others };
    const [frame, top] = [hostOf(host), hostOf(within)];
    if (siteOfHost(frame) === siteOfHost(top)) throw new Fault('fill/wrong-site');
    return { ...account, frames: [...others, { host: frame, within: top, addedAtMs }] };
  },
};

/** One binding becomes none, itself changed, or the same as another one that is there: then they are one. */
function withEachSite(account: Account, name: SiteName, edit: (site: BoundSite) => BoundSite[]): Account {
  const isMeant = (site: BoundSite) => site.site === name.site && site.exactHost === name.exactHost;
  const sites = account.sites.flatMap((site) => (isMeant(site) ? edit(site) : [site]));
  const isFirst = ({ site, exactHost }: BoundSite, at: number) =>
    sites.findIndex((other) => other.site === site && other.exactHost === exactHost) === at;
  return { ...account, sites: sites.filter(isFirst) };
}

/** As the browser would write it: lower case, punycode, a port only where it counts. */
function hostOf(typed: string): string {
  const address = /[\s/?#@\\]/.test(typed.trim()) ? null : addressOf(`https://${typed.trim()}/`);
  if (address === null) throw new Fault('fill/wrong-site');
  return address.host;
}
