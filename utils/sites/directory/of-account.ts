/** Which known service an account belongs to: by the sites it is bound to, else by exactly its name. For telling, never for filling. */
import type { Directory } from './directory.ts';
import type { KnownService } from './service.ts';

export interface Named {
  readonly service: string;
  readonly sites: readonly { readonly site: string }[];
}

export function serviceOfAccount(directory: Directory, { service, sites }: Named): KnownService | null {
  for (const { site } of sites) {
    const known = directory.serviceOf(site);
    if (known !== null) return known;
  }
  return directory.serviceOf(service);
}
