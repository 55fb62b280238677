/** What a service of the site is. A new one is a file in `services/`, its words, and a line in `services.ts`. */
import type { Reply } from './exchange.ts';
import type { Language, Words } from './language.ts';
import type { HostState, Session, World } from './world.ts';

/** One request, read: everything a handler may look at. */
export interface Visit {
  readonly url: URL;
  /** With port where there is one: `127.0.0.1:8787`. */
  readonly host: string;
  readonly form: URLSearchParams;
  readonly wantsJson: boolean;
  /** Shown inside another page of ours: without header, footer and ways out. */
  readonly isFramed: boolean;
  readonly language: Language;
  readonly words: Words;
  readonly session: Session;
  readonly state: HostState;
  readonly world: World;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** One that ends in `/*` takes every path below it. */
  readonly path: string;
  handle(visit: Visit): Reply;
}

/** A line on the index page. */
export interface Listing {
  readonly path: string;
  title(words: Words): string;
  about(words: Words): string;
}

export interface ListingGroup {
  title(words: Words): string;
  readonly listings: readonly Listing[];
}

export interface Service {
  /** A host of its own, where the index page gives way to this service's first page. */
  readonly host?: { readonly name: string; readonly home: string };
  readonly routes: readonly Route[];
  readonly groups: readonly ListingGroup[];
}
