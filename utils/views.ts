/** What our own pages get to see. Never a secret, never a key. */
import type { FieldRule } from './autofill/field-rule.ts';
import type { Finding } from './factors/check-up.ts';
import type { Device } from './factors/device.ts';
import type { FactorSort, FactorState } from './factors/factor.ts';
import type { Hit } from './factors/what-if-lost.ts';
import type { FaultCode } from './fault.ts';
import type { Alternative } from './flows/alternatives.ts';
import type { Aid, Option, Stop } from './flows/flow.ts';
import type { PageSays } from './flows/page-says.ts';
import type { Deed, FlowRun, MetTrouble } from './flows/run-record.ts';
import type { FlowGuide, Offers } from './guides/guide-for.ts';
import type { Replaced } from './journal/about.ts';
import type { JournalEvent } from './journal/event.ts';
import type { MeasuredSkew } from './otp/clock-skew.ts';
import type { SetProgress } from './otp/migration-sets.ts';
import type { LetterPair } from './sites/letters.ts';
import type { ReadSms } from './sms/read-sms.ts';

/** A field of the page behind the popup, in the page's words, and why it was left alone (`autofill/field.ts`). */
export interface SeenView {
  readonly label: string;
  readonly shape: string;
  readonly verdict: string;
}

/** This machine's clock beside a server's. */
export interface ClockView extends MeasuredSkew {
  /** Far enough that codes would be wrong. */
  readonly isOff: boolean;
}

/** A field that was pointed at, and is used on its host from then on. */
export interface RuleView extends FieldRule {
  readonly id: string;
}

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
  /** What the page asks a passkey by; null for other slots. */
  readonly passkey: { readonly credentialIdBase64: string; readonly saltBase64: string } | null;
  readonly createdAtMs: number;
}

/** What an open vault knows of its ways in. */
export interface WaysView {
  /** The passphrase was not typed for so long that it may be forgotten, or it was typed wrong. */
  readonly isRehearsalDue: boolean;
  /** Tries in a row that went wrong. */
  readonly failedRehearsals: number;
  readonly recoveryHeldAtMs: number | null;
  /** Null when the recovery key was not given out in shares. */
  readonly split: { readonly threshold: number; readonly count: number; readonly atMs: number } | null;
  /** A key that once lay on this disk in clear opens what is stored, until all is sealed anew. */
  readonly isRotationDue: boolean;
}

export interface CopyView {
  readonly name: string;
  readonly state: 'healthy' | 'healed' | 'behind' | 'empty' | 'damaged' | 'dead';
}

/** A record that is there and does not verify in any copy. */
export interface DamagedView {
  readonly type: string;
  readonly id: string;
  /** The service, where the journal knows it. */
  readonly name: string | null;
}

/** An earlier state of the vault that can be looked at and taken back. */
export interface StateView {
  readonly generation: number;
  readonly writtenAtMs: number;
  readonly untilMs: number;
  readonly accounts: number;
  /** What ended it: the `did` of a journal event. */
  readonly endedBy: string;
}

export interface StateAccountView {
  readonly accountId: string;
  readonly service: string;
  readonly login: string;
  /** How it compares with now. */
  readonly since: 'same' | 'changed' | 'trash' | 'gone';
}

export interface StateContentsView {
  readonly accounts: readonly StateAccountView[];
  /** Names of what no copy can give any more as it was then, where they are known. */
  readonly damaged: readonly (string | null)[];
}

export interface VaultStatus {
  /**
   * `absent`: nothing anywhere, a first run. `lost`: a vault was made here, and every copy is empty. `unreadable`: something is
   * there and none of it can be used as it is.
   */
  readonly state: 'absent' | 'lost' | 'locked' | 'open' | 'unreadable';
  readonly slots: readonly SlotView[];
  readonly copies: readonly CopyView[];
  /** The last change could be written nowhere: a fault code. Null since one could. */
  readonly storageFault: string | null;
  /** True when one copy was empty or damaged and another one still holds the vault. */
  readonly recovered: boolean;
  /** Tells vaults apart on paper: two groups of four from its id. Null when there is none. */
  readonly fingerprint: string | null;
  readonly failedAttempts: number;
  /** Not before then may another passphrase be tried; null when at once. */
  readonly retryAtMs: number | null;
  /** Wrong tries before the last unlock that its owner has not seen yet. */
  readonly failuresBefore: {
    readonly failed: number;
    readonly firstAtMs: number;
    readonly lastAtMs: number;
  } | null;
  /** This machine's clock is well behind a time that the vault has seen. */
  readonly clockBehind: { readonly nowMs: number; readonly seenMs: number } | null;
  readonly accounts: number | null;
  readonly lastBackupAtMs: number | null;
  /** Null while locked. */
  readonly ways: WaysView | null;
  /** Made by a newer version: it can be read, and nothing in it can be changed. */
  readonly isReadOnly: boolean;
  /** Records set aside. Everything else works. */
  readonly damaged: readonly DamagedView[];
}

export interface FactorView {
  readonly id: string;
  readonly sort: FactorSort;
  readonly state: FactorState;
  /** For `otp` factors only. */
  readonly kind: string | null;
  readonly moves: 'time' | 'counter' | null;
}

/** `name`: only the service's name fits this site. The others: see `autofill/choose-account.ts`. */
export interface DoubtView {
  readonly why: 'import' | 'equivalent' | 'name';
  /** The site as it stands in the account; empty for `name`. */
  readonly stored: string;
}

export interface AccountView {
  readonly id: string;
  readonly service: string;
  readonly login: string;
  readonly sites: readonly string[];
  readonly pinned: boolean;
  /** Bound to the site of the tab that was asked for. */
  readonly here: boolean;
  /** Why the first fill there waits for the person's word; null where it need not. */
  readonly doubt: DoubtView | null;
  readonly factors: readonly FactorView[];
}

/** What the user can choose about filling one account's codes. */
export interface FillingView {
  readonly sites: readonly BoundSiteView[];
  readonly frames: readonly { readonly host: string; readonly within: string }[];
  readonly submits: boolean;
}

export interface BoundSiteView {
  readonly site: string;
  readonly readable: string;
  readonly exactHost: boolean;
  /** It came with an import, and nobody has filled there yet. */
  readonly isGuess: boolean;
  readonly oneClick: boolean;
  /** What to ask the browser for, and whether it is allowed. */
  readonly pattern: string;
  readonly granted: boolean;
}

export interface FrameView {
  readonly host: string;
  /** Host of the page around it. */
  readonly within: string;
  readonly pattern: string;
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

/** What became of the last asking in a tab. */
export interface TabNotesView {
  /** `filled`, or the code of a fault; null where nothing was asked on this page lately. */
  readonly outcome: string | null;
  /** A code is held back until the next one runs: `late` for nearly over, `spent` for used here already. */
  readonly held: { readonly why: 'late' | 'spent'; readonly untilMs: number } | null;
  /** After a fill the field came back with an error beside it. */
  readonly refused: boolean;
  /** How the page says its code comes: `sms`, `email`, `app`, or nothing. */
  readonly channel: string;
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
  /** Null where there is nothing to say of what was asked here. */
  readonly notes: TabNotesView | null;
  /** A bound site that this host only looks like; null when it looks like none. */
  readonly looksLike: string | null;
  /** Both names piece by piece, for reading; empty where nothing is resembled. */
  readonly letters: readonly LetterPair[];
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

/** What texts held that were scanned or pasted. */
export interface ReadingView {
  readonly drafts: readonly BindDraftView[];
  /** Exports in several codes: their accounts so far are among the drafts. */
  readonly sets: readonly SetProgress[];
  readonly problems: readonly {
    /** Which of the texts, from 0; and which line of it, from 1. */
    readonly text: number;
    readonly line: number;
    readonly code: FaultCode;
    readonly detail: string | undefined;
  }[];
}

/** Handed over from the context menu or the popup to the full page, once. */
export interface HandedView {
  /** Selected on a page. */
  readonly text: string | null;
  /** The picture that was pointed at, and one of the whole tab: data addresses. */
  readonly image: string | null;
  readonly tab: string | null;
  /** Nothing was found in it already: the person marks the place. */
  readonly isToMark: boolean;
}

export interface AddedView {
  readonly accountId: string;
  readonly site: SiteView | null;
  /** The site it belongs to now, for reading; null when none. */
  readonly boundTo: string | null;
}

/** One way into an account, as it is shown: masked. */
export interface WayInView {
  readonly id: string;
  readonly sort: FactorSort;
  readonly state: FactorState;
  /** Masked number or address, else the owner's name for it; may be empty. */
  readonly shown: string;
  readonly label: string;
  readonly deviceId: string | null;
  readonly deviceName: string | null;
  readonly addedAtMs: number;
  readonly lastUsedAtMs: number | null;
  readonly acceptedAtMs: number | null;
  readonly goneSinceMs: number | null;
  readonly rotateEveryDays: number | null;
  readonly endsAtMs: number | null;
  /** Recovery codes only. */
  readonly codesLeft: number | null;
  readonly codesAll: number | null;
  /** True when nothing for every day is left without it. */
  readonly isLast: boolean;
}

/** What its owner asked to see whole. */
export interface RevealedView {
  readonly text: string;
  readonly codes: readonly {
    readonly text: string;
    readonly usedAtMs: number | null;
    readonly usedOn: string | null;
  }[];
}

export interface InputView {
  readonly id: string;
  readonly kind: string;
  readonly optional: boolean;
  readonly options: readonly Option[];
  /** What was answered here before, to be shown again after going back. */
  readonly answer: string | null;
}

export interface FlowStepView {
  readonly id: string;
  /** Begin of its word keys: `.title`, `.there`, `.here`. */
  readonly words: string;
  readonly inputs: readonly InputView[];
  readonly aids: readonly Aid[];
  readonly stops: readonly Stop[];
  /** What a deliberate act asks to be typed. */
  readonly nameToType: string;
  readonly troubles: readonly string[];
}

export interface FlowRunView {
  readonly id: string;
  readonly flow: string;
  readonly state: FlowRun['state'];
  readonly account: { readonly id: string; readonly service: string; readonly login: string } | null;
  readonly device: { readonly id: string; readonly name: string } | null;
  /** The factors at work, by their part: `old`, `new`, `codes`. */
  readonly cast: Readonly<Record<string, WayInView>>;
  /** Null once it is done or given up, and for a flow of a later version. */
  readonly step: FlowStepView | null;
  readonly canGoBack: boolean;
  readonly trouble:
    | (MetTrouble & { readonly remedies: readonly string[]; readonly waitUntilMs: number | null })
    | null;
  readonly deeds: readonly Deed[];
  /** Accounts still to come, and what became of those before. */
  readonly queue: readonly { readonly id: string; readonly service: string; readonly login: string }[];
  readonly outcomes: FlowRun['outcomes'];
  readonly handsOff: boolean;
  readonly startedAtMs: number;
  readonly touchedAtMs: number;
}

export interface FlowListView {
  readonly runs: readonly FlowRunView[];
  readonly alternatives: readonly Alternative[];
  /** Accounts with a usable phone factor, worst first. */
  readonly onSms: readonly {
    readonly id: string;
    readonly service: string;
    readonly login: string;
    readonly endsAtMs: number | null;
  }[];
}

export interface DeviceView extends Device {
  readonly shownNumber: string | null;
  /** How many accounts hang on it. */
  readonly accounts: number;
}

export interface WhatIfLostView {
  readonly hits: readonly (Hit & {
    readonly service: string;
    readonly login: string;
    readonly left: readonly WayInView[];
    readonly lost: readonly WayInView[];
  })[];
  readonly circles: readonly (readonly { readonly id: string; readonly service: string }[])[];
  readonly untouched: number;
}

export interface CheckUpView {
  readonly score: number | null;
  readonly findings: readonly (Finding & {
    readonly service: string | null;
    readonly login: string | null;
    readonly shown: string | null;
  })[];
}

/** What is told about an account's service in a flow. */
export interface GuideView {
  readonly guide: FlowGuide;
  readonly offers: Offers;
}

export interface OffersView {
  readonly accountId: string;
  /** Id in the directory of services. */
  readonly service: string;
  readonly offers: Offers;
}

export interface CarriersView {
  readonly carriers: readonly { readonly name: string; readonly nameZh: string; readonly hotline: string }[];
  /** Word keys: how to find the hotline of any other carrier. */
  readonly findOthers: readonly string[];
}

export interface DirectoryView {
  readonly services: number;
  /** When the public list was last fetched; null when never. */
  readonly fetchedAtMs: number | null;
  /** What to ask the browser for before it is fetched. */
  readonly pattern: string;
}

export type PageSaysView = PageSays;

export interface SmsView extends ReadSms {
  /** Set when the code is bound to another place than the account's or the tab's: it is not filled there. */
  readonly elsewhere: { readonly bound: string; readonly here: string } | null;
  /** Another account of the vault whose service the message names instead of this one's. */
  readonly otherService: string | null;
}

/** One entry of a file beside what is here already. */
export interface ImportRowView {
  readonly at: number;
  readonly state: 'new' | 'same' | 'differs';
  readonly accountId: string | null;
  readonly account: { readonly id: string; readonly service: string; readonly login: string } | null;
  readonly differences: readonly { readonly field: string; readonly here: string; readonly there: string }[];
  readonly usual: 'add' | 'merge' | 'leave';
  /** Null for an entry without a code of its own. */
  readonly code: CodeView | null;
}

export interface JournalLineView {
  readonly seq: number;
  readonly atMs: number;
  readonly event: JournalEvent;
  /** Set where this entry put one way in aside for another one. */
  readonly replaced: Replaced | null;
  /** Those that are still in the vault. */
  readonly accounts: readonly { readonly id: string; readonly service: string; readonly login: string }[];
}

export interface JournalView {
  readonly total: number;
  readonly hasMore: boolean;
  readonly lines: readonly JournalLineView[];
}

/** Automatic backups: whether they can be made, and what became of them where. */
/** What a backup would change here. */
export interface BackupReviewView {
  readonly rows: readonly {
    /** As the backup has it. */
    readonly id: string;
    readonly service: string;
    readonly login: string;
    readonly isInTrash: boolean;
    readonly state: 'new' | 'same' | 'differs';
    readonly brings: readonly ('names' | 'ways' | 'uses' | 'note' | 'sites' | 'tags' | 'outOfTrash')[];
  }[];
  readonly devices: number;
  readonly flowRuns: number;
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
  /** Nothing is here that it could meet: there is nothing to choose. */
  readonly isEmptyHere: boolean;
}

export interface BackupsView {
  readonly hasRecoveryKey: boolean;
  readonly destinations: readonly DestinationView[];
}

export interface DestinationView {
  readonly id: string;
  readonly sort: string;
  /** Without any credential. */
  readonly place: string;
  readonly readsBack: boolean;
  /** What the browser is asked for when it took the permission away. */
  readonly needs: { readonly origins?: string[]; readonly permissions?: string[] };
  /** Of a picked folder: what leads to it. */
  readonly handle: string | null;
  readonly lastWrittenAtMs: number | null;
  readonly lastProvenAtMs: number | null;
  /** Something changed since the newest one. */
  readonly isBehind: boolean;
  /** Newest first. */
  readonly files: readonly { readonly name: string; readonly writtenAtMs: number }[];
  /** What should have been removed and could not be. */
  readonly stuck: readonly string[];
  readonly fault: { readonly code: string; readonly sinceMs: number } | null;
}
