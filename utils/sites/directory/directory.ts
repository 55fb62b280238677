/** Looks services up by exactly their domain or exactly one of their names. Never by likeness: a near miss is a phisher's name. */
import type { KnownService } from './service.ts';

export interface Directory {
  readonly services: readonly KnownService[];
  withId(id: string): KnownService | null;
  /** @param domainOrName a host, at or below a domain of the service, or one of its names. */
  serviceOf(domainOrName: string): KnownService | null;
  /** Domains that an account of this name may belong to. For suggesting only: a name proves nothing about a site. */
  suggestSites(service: string): readonly string[];
}

/** Where two services claim one name or domain, the earlier one has it. */
export function createDirectory(services: readonly KnownService[]): Directory {
  const byId = indexed(services, ({ id }) => [id]);
  const byDomain = indexed(services, ({ domains }) => domains);
  const byName = indexed(services, ({ names }) => names.map(foldedName));

  function ofHost(host: string): KnownService | null {
    for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      const service = byDomain.get(rest);
      if (service) return service;
    }
    return null;
  }

  const ofName = (name: string): KnownService | null => byName.get(foldedName(name)) ?? null;

  return {
    services,
    withId: (id) => byId.get(id) ?? null,
    serviceOf: (given) => ofHost(given.trim().toLowerCase().replace(/\.$/, '')) ?? ofName(given),
    suggestSites: (service) => ofName(service)?.domains ?? [],
  };
}

function indexed(
  services: readonly KnownService[],
  keysOf: (service: KnownService) => readonly string[],
): ReadonlyMap<string, KnownService> {
  const index = new Map<string, KnownService>();
  for (const service of services) {
    for (const key of keysOf(service)) if (key !== '' && !index.has(key)) index.set(key, service);
  }
  return index;
}

/** Width, case, spaces and the marks between words do not make another name; letters do. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-_·・.,:：()（）【】]+/g, '');
}
