/** Whether an account is bound to a site: exactly, or through names that one owner uses for one log-in. */
import { areEquivalent } from './equivalents.ts';
import { siteOfHost } from './site.ts';

/** The part of an account that says where it is used. */
export interface Bound {
  readonly sites: readonly { readonly site: string; readonly exactHost: boolean }[];
}

/** @param host as in `Site.host`. */
export function belongsTo(bound: Bound, host: string): boolean {
  return bindingFor(bound, host) !== null;
}

/** @returns the binding that holds for this host; an equivalent name only when no binding names the site itself. */
export function bindingFor<B extends Bound>(bound: B, host: string): B['sites'][number] | null {
  const here = siteOfHost(host);
  const direct = bound.sites.find(({ site, exactHost }) =>
    exactHost ? site.toLowerCase() === host : siteOfHost(site.toLowerCase()) === here,
  );
  const loose = () =>
    bound.sites.find(({ site, exactHost }) => !exactHost && areEquivalent(siteOfHost(site), here));
  return direct ?? loose() ?? null;
}
