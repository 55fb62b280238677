/** One login at one service, with all the ways into it. Stored in vaults: names here never change meaning. */
import type { Factor } from '../factors/factor.ts';

export interface BoundSite {
  /**
   * Registrable domain (`example.co.uk`), or the exact host where `exactHost` says so. With a port only where the port
   * tells applications apart (`localhost:8080`, `192.168.1.2:9000`).
   */
  readonly site: string;
  readonly exactHost: boolean;
  /** How we came to know it. Only `user` and `binding` ever fill without asking again. */
  readonly source: 'user' | 'binding' | 'import';
  readonly addedAtMs: number;
  /** The user's choice for this site: a click on the mark in its pages fills at once. Not given means no. */
  readonly oneClick?: boolean;
}

/** A log-in frame of another site that the user named for this account. Exact hosts as in `Site.host`, both of them. */
export interface AllowedFrame {
  readonly host: string;
  /** Of the top document. */
  readonly within: string;
  readonly addedAtMs: number;
}

export interface Account {
  readonly id: string;
  readonly service: string;
  readonly login: string;
  readonly sites: readonly BoundSite[];
  readonly frames?: readonly AllowedFrame[];
  /** The user's choice: after a fill the form is sent at once. Not given means no. */
  readonly submits?: boolean;
  readonly factors: readonly Factor[];
  readonly tags: readonly string[];
  readonly note: string;
  readonly pinned: boolean;
  readonly createdAtMs: number;
  readonly lastUsedAtMs: number | null;
  /** In the trash since then; null while in use. */
  readonly deletedAtMs: number | null;
}
