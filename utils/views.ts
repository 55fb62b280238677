/** What our own pages get to see. Never a secret, never a key. */
import type { FactorSort, FactorState } from './factors/factor.ts';

export interface SlotView {
  readonly id: string;
  readonly type: string;
  /** What the page needs to stretch a passphrase for this slot; null for slots that need none. */
  readonly kdf: {
    readonly algorithm: 'argon2id';
    readonly memoryKib: number;
    readonly passes: number;
    readonly lanes: number;
    readonly saltBase64: string;
  } | null;
}

export interface CopyView {
  readonly name: string;
  readonly state: 'healthy' | 'healed' | 'behind' | 'empty' | 'damaged' | 'dead';
}

export interface VaultStatus {
  /**
   * `absent`: nothing anywhere, a first run. `lost`: a vault was made here, and every copy is empty. `unreadable`: something is
   * there and none of it can be used as it is.
   */
  readonly state: 'absent' | 'lost' | 'locked' | 'open' | 'unreadable';
  readonly slots: readonly SlotView[];
  readonly copies: readonly CopyView[];
  /** True when one copy was empty or damaged and another one still holds the vault. */
  readonly recovered: boolean;
  readonly failedAttempts: number;
  /** Not before then may another passphrase be tried; null when at once. */
  readonly retryAtMs: number | null;
  readonly accounts: number | null;
  readonly lastBackupAtMs: number | null;
}

export interface FactorView {
  readonly id: string;
  readonly sort: FactorSort;
  readonly state: FactorState;
  /** For `otp` factors only. */
  readonly kind: string | null;
  readonly moves: 'time' | 'counter' | null;
}

export interface AccountView {
  readonly id: string;
  readonly service: string;
  readonly login: string;
  readonly sites: readonly string[];
  readonly pinned: boolean;
  /** Bound to the site of the tab that was asked for. */
  readonly here: boolean;
  readonly factors: readonly FactorView[];
}

export interface CodeView {
  readonly accountId: string;
  readonly factorId: string;
  readonly text: string;
  readonly validUntilMs: number | null;
  readonly periodSeconds: number | null;
  /** The code after this one; null for counters. */
  readonly nextText: string | null;
  /** Set when no code can be computed: a fault code. */
  readonly fault: string | null;
}

export interface SiteView {
  /** As the browser reports it, with punycode decoded for reading in `readable`. */
  readonly host: string;
  readonly readable: string;
  readonly site: string;
  /** https, or http on this machine. Elsewhere nothing is ever filled. */
  readonly secure: boolean;
  /** Match pattern to ask the browser for. */
  readonly pattern: string;
  readonly granted: boolean;
  readonly fields: number;
  /** A bound site that this host only looks like; null when it looks like none. */
  readonly looksLike: string | null;
}

export interface BindDraftView {
  readonly service: string;
  readonly login: string;
  readonly otp: {
    readonly kind: string;
    readonly secret: string;
    readonly hash: string;
    readonly digits: number;
    readonly periodSeconds?: number;
    readonly counter?: number;
    readonly pin?: string;
  };
  readonly code: CodeView;
  /** An account that already holds this very secret. */
  readonly sameAs: { readonly accountId: string; readonly service: string; readonly login: string } | null;
  /** Things worth saying before saving: message keys of `bind.notice.*`. */
  readonly notices: readonly string[];
}

export interface AddedView {
  readonly accountId: string;
  readonly site: SiteView | null;
}
