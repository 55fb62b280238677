/**
 * All that can be asked of the background, and by whom. Types only are imported by senders, so that no schema reaches a
 * page. Replies to `page` messages are always empty: a page is answered by being handed one code, or not at all.
 */
import * as v from 'valibot';
import type { FieldRule } from './autofill/field-rule.ts';
import type { OtpNotice } from './otp/draft.ts';
import type {
  AccountView,
  AddedView,
  BackupReviewView,
  BackupsView,
  BindDraftView,
  CarriersView,
  CheckUpView,
  ClockView,
  CodeView,
  DeviceView,
  DirectoryView,
  FillingView,
  FlowListView,
  FlowRunView,
  FrameView,
  GuideView,
  HandedView,
  ImportRowView,
  JournalView,
  OffersView,
  PageSaysView,
  ReadingView,
  RevealedView,
  RuleView,
  SeenView,
  SiteView,
  SmsView,
  StateContentsView,
  StateView,
  VaultStatus,
  WayInView,
  WhatIfLostView,
} from './views.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const base64 = v.pipe(v.string(), v.maxLength(128), v.regex(/^[A-Za-z0-9+/]*=*$/));
/** Of a passkey: as long as the authenticator likes, up to 1023 bytes. */
const credentialId = v.pipe(v.string(), v.minLength(4), v.maxLength(1400), v.regex(/^[A-Za-z0-9+/]+=*$/));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** The plain text of a backup. */
const payload = text(64 * 1024 * 1024);
const tabId = v.pipe(v.number(), v.integer());
/** Where no field is good enough: what there is instead, for a person who asks why. */
const seenFields = v.pipe(
  v.array(v.strictObject({ label: text(48), shape: text(16), verdict: text(16) })),
  v.maxLength(5),
);
/** A field that was pointed at (`autofill/field-rule.ts`), in the words of its document. */
const taughtField = v.strictObject({
  selector: text(600),
  type: text(32),
  name: text(120),
  autocomplete: text(120),
  label: text(80),
});
const kdf = v.strictObject({
  algorithm: v.literal('argon2id'),
  memoryKib: v.pipe(v.number(), v.integer()),
  passes: v.pipe(v.number(), v.integer()),
  lanes: v.pipe(v.number(), v.integer()),
  saltBase64: base64,
});

/** Keys of ways in that stay, and ways that end. */
const waysKept = {
  keks: v.optional(v.array(v.strictObject({ slotId: id, kekBase64: base64 })), []),
  dropSlotIds: v.optional(v.array(id), []),
};

/** What the hand-typed form holds, as typed: spaces and lower case are forgiven by the background. */
const typedOtp = v.strictObject({
  kind: text(16),
  secret: text(512),
  hash: text(16),
  digits: v.number(),
  periodSeconds: v.optional(v.number()),
  counter: v.optional(v.number()),
  pin: v.optional(text(32)),
});

export const draft = v.strictObject({
  service: text(256),
  login: text(256),
  otp: typedOtp,
});

/** The user was told that a vault was here, that nothing of it is left, and wants a new one. */
const anew = v.optional(v.boolean(), false);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const ofSite = { site: text(256), exactHost: v.boolean() };
const ofFactor = { accountId: id, factorId: id };

const generation = v.pipe(v.number(), v.integer(), v.minValue(1));

/** One entry of another app's file, as an importer gave it: see `importers/importer.ts`. */
const importEntry = v.strictObject({
  service: text(1024),
  login: text(1024),
  otp: v.nullable(
    v.strictObject({
      kind: text(16),
      secretBase32: text(4096),
      hash: v.picklist(['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'MD5']),
      digits: v.number(),
      periodSeconds: v.optional(v.number()),
      counter: v.optional(v.number()),
      pin: v.optional(text(64)),
    }),
  ),
  sites: v.array(text(4096)),
  note: text(256 * 1024),
  tags: v.array(text(256)),
  recoveryCodes: v.array(text(256)),
  pinned: v.boolean(),
  trashed: v.boolean(),
  extra: v.record(v.string(), v.string()),
  notices: v.array(v.custom<OtpNotice>((name) => typeof name === 'string' && name.length <= 32)),
});
const importEntries = v.pipe(v.array(importEntry), v.maxLength(50_000));

/** What `platform/set-up-page.ts` saw, one for each part of the page. */
const seenParts = v.pipe(
  v.array(
    v.strictObject({
      addresses: v.array(text(4096)),
      pieces: v.array(v.strictObject({ text: text(2048), before: text(512), after: text(512) })),
      emails: v.array(text(320)),
      siteName: text(64),
    }),
  ),
  v.maxLength(64),
);

type Sender = 'ours' | 'page';
interface Ask<S extends v.GenericSchema, R, F extends Sender = Sender> {
  readonly from: F;
  readonly schema: S;
  /** Never there at run time: carries the type of the reply. */
  readonly reply?: R;
}
const ours = <S extends v.GenericSchema, R>(schema: S, _reply: R): Ask<S, R, 'ours'> => ({
  from: 'ours',
  schema,
});
const page = <S extends v.GenericSchema>(schema: S): Ask<S, null, 'page'> => ({ from: 'page', schema });
const reply = <R>(): R => undefined as R;
const nothing = v.strictObject({});

export const protocol = {
  'vault.status': ours(nothing, reply<VaultStatus>()),
  /** `kekBase64` is the stretched passphrase: the passphrase itself never leaves the page that asked for it. */
  'vault.create': ours(
    v.variant('slot', [
      v.strictObject({ slot: v.literal('passphrase'), kdf, kekBase64: base64, anew }),
      v.strictObject({ slot: v.literal('device'), anew }),
    ]),
    reply<VaultStatus>(),
  ),
  /** No status: what follows at once is the list, and the status asks every copy. */
  'vault.unlock': ours(v.strictObject({ slotId: id, kekBase64: base64 }), reply<null>()),
  /** A new root key, everything sealed anew. Ways in that are neither given their key nor dropped are refused. */
  'vault.rotate': ours(v.strictObject(waysKept), reply<VaultStatus>()),
  /** Whether a passphrase is still remembered. How it went is kept. */
  'vault.rehearse': ours(v.strictObject({ slotId: id, kekBase64: base64 }), reply<VaultStatus>()),
  /** Wrong tries before this unlock were shown. */
  'vault.failuresSeen': ours(nothing, reply<VaultStatus>()),
  'vault.lock': ours(nothing, reply<VaultStatus>()),
  /** In place of a key on this device, everything is sealed anew: the other ways in are given or dropped, as for `vault.rotate`. */
  'slots.setPassphrase': ours(v.strictObject({ kdf, kekBase64: base64, ...waysKept }), reply<VaultStatus>()),
  /** `recipient`: the public half, to which automatic backups are encrypted. */
  'slots.addRecovery': ours(
    v.strictObject({ kekBase64: base64, recipient: v.pipe(v.string(), v.regex(/^age1[a-z0-9]{58}$/)) }),
    reply<VaultStatus>(),
  ),
  'slots.addPasskey': ours(
    v.strictObject({ kekBase64: base64, credentialIdBase64: credentialId, saltBase64: base64 }),
    reply<VaultStatus>(),
  ),
  /** The recovery key was read from the paper: it is still there. */
  'slots.recoveryHeld': ours(v.strictObject({ slotId: id, kekBase64: base64 }), reply<VaultStatus>()),
  /** The recovery key was given out in shares, and put together again from `threshold` of them. */
  'slots.noteSplit': ours(
    v.strictObject({
      slotId: id,
      kekBase64: base64,
      threshold: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(16)),
      count: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(16)),
      set: v.pipe(v.string(), v.regex(/^[0-9a-f]{6}$/)),
    }),
    reply<VaultStatus>(),
  ),
  'slots.remove': ours(v.strictObject({ slotId: id }), reply<VaultStatus>()),

  /** Earlier states, the newest first. */
  'states.list': ours(nothing, reply<StateView[]>()),
  /** What one of them held, trash left out. */
  'states.look': ours(v.strictObject({ generation }), reply<StateContentsView>()),
  /** Brings back these accounts as they were then; without any, the whole state: what came later goes to the trash. */
  'states.takeBack': ours(
    v.strictObject({ generation, accountIds: v.optional(v.array(id)) }),
    reply<{ accounts: number }>(),
  ),

  /** Accounts of the tab's site first, then the rest, in the order shown. `codes` for the first `withCodes` of them. */
  'accounts.list': ours(
    v.strictObject({
      tabId: v.optional(tabId),
      from: v.optional(v.pipe(v.number(), v.integer()), 0),
      most: v.optional(v.pipe(v.number(), v.integer()), 40),
      withCodes: v.optional(v.pipe(v.number(), v.integer()), 40),
    }),
    reply<{
      accounts: AccountView[];
      codes: CodeView[];
      total: number;
      site: SiteView | null;
      clock: ClockView | null;
    }>(),
  ),
  'codes.read': ours(
    v.strictObject({ accountIds: v.pipe(v.array(id), v.maxLength(200)) }),
    reply<CodeView[]>(),
  ),
  /** The code of one factor, proven or not: a new one is shown before the old one goes. */
  'codes.ofFactor': ours(v.strictObject(ofFactor), reply<CodeView>()),
  /** Moves a counter on by one and gives the code that this used up. */
  'codes.next': ours(v.strictObject({ accountId: id, factorId: id }), reply<CodeView>()),
  /** Sets a counter right by two codes in a row that another holder of the key shows. @returns the one that follows. */
  'codes.resync': ours(
    v.strictObject({ ...ofFactor, shown: v.tuple([text(32), text(32)]) }),
    reply<{ counter: number }>(),
  ),
  'codes.copied': ours(v.strictObject({ accountId: id, factorId: id }), reply<null>()),

  /** What scanned or pasted texts hold: one draft an account, nothing written. Codes of a longer export wait for the others. */
  'bind.read': ours(
    v.strictObject({ texts: v.pipe(v.array(text(64 * 1024)), v.maxLength(256)) }),
    reply<ReadingView>(),
  ),
  /** The key or address among what was seen in this tab when the person asked. Nothing is written. */
  'bind.find': ours(v.strictObject({ tabId, parts: seenParts }), reply<ReadingView>()),
  /** A picture of the tab, for the full page to mark the code in. It is kept in memory until it is taken, or the vault locks. */
  'bind.hand': ours(v.strictObject({ picture: text(8 * 1024 * 1024) }), reply<null>()),
  'bind.takeHanded': ours(nothing, reply<HandedView | null>()),
  /** The exports that wait for more of their codes, or for being saved. */
  'bind.waiting': ours(nothing, reply<ReadingView>()),
  'bind.forget': ours(v.strictObject({ setId: text(64) }), reply<null>()),
  /** A hand-typed draft with its live code, or a fault that names the field. Nothing is written. */
  'bind.check': ours(v.strictObject({ draft }), reply<BindDraftView>()),
  /** It belongs to the tab's site, or to the one that was chosen. */
  'bind.save': ours(
    v.strictObject({
      draft,
      tabId: v.optional(tabId),
      site: v.optional(text(256)),
      replaceAccountId: v.optional(id),
    }),
    reply<AddedView>(),
  ),
  'accounts.rename': ours(
    v.strictObject({ accountId: id, service: text(256), login: text(256) }),
    reply<null>(),
  ),
  'accounts.delete': ours(v.strictObject({ accountId: id }), reply<null>()),
  'accounts.undelete': ours(v.strictObject({ accountId: id }), reply<null>()),
  /** `host`: only if the tab is there still. */
  'accounts.bindSite': ours(
    v.strictObject({ accountId: id, tabId, host: v.optional(text(256)) }),
    reply<SiteView>(),
  ),
  /** A site that was typed or taken from a suggestion. */
  'accounts.addSite': ours(v.strictObject({ accountId: id, site: text(256) }), reply<{ site: string }>()),

  /** How far this machine's clock is from that tab's server, asked just now. Nothing is changed by it. */
  'clock.measure': ours(v.strictObject({ tabId }), reply<ClockView>()),
  /** Codes are computed by what was measured then, until it is taken back. */
  'clock.correct': ours(v.strictObject({ measuredAtMs: v.number() }), reply<ClockView>()),
  'clock.undo': ours(nothing, reply<null>()),
  /** The time this machine says now is right, and the later one that the vault has seen was not. */
  'clock.believe': ours(v.strictObject({ seenMs: v.number() }), reply<null>()),

  'site.state': ours(v.strictObject({ tabId }), reply<SiteView | null>()),
  /** Fill the code of this account (or of the only one of the site) into that tab. */
  'fill.ask': ours(
    v.strictObject({ tabId, accountId: v.optional(id), confirmedHost: v.optional(text(256)) }),
    reply<{ filled: true; service: string }>(),
  ),
  /**
   * Enters what the user has at hand into that tab, on the account's own site only: a message that came (its code, unless it is
   * for another site), a number, an address, or the next unused recovery code, which is ticked off then.
   */
  'fill.entry': ours(
    v.strictObject({
      tabId,
      accountId: id,
      entry: v.variant('sort', [
        v.strictObject({ sort: v.literal('message'), text: text(4000) }),
        v.strictObject({ sort: v.literal('number'), number: text(64), country: text(2) }),
        v.strictObject({ sort: v.literal('address'), address: text(320) }),
        v.strictObject({
          sort: v.literal('recovery'),
          factorId: id,
          at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        }),
      ]),
    }),
    reply<{ codesLeft: number | null }>(),
  ),
  /** Frames of other sites that the page behind the popup shows: a log-in may be in one of them. */
  'fill.frames': ours(v.strictObject({ tabId }), reply<FrameView[]>()),
  /** Where and how this account's codes are filled, as far as the user can choose. */
  'filling.read': ours(v.strictObject({ accountId: id }), reply<FillingView>()),
  'filling.change': ours(
    v.strictObject({
      accountId: id,
      change: v.variant('what', [
        v.strictObject({ what: v.literal('oneClick'), ...ofSite, on: v.boolean() }),
        v.strictObject({ what: v.literal('narrow'), ...ofSite, host: v.nullable(text(256)) }),
        v.strictObject({ what: v.literal('forget'), ...ofSite }),
        v.strictObject({ what: v.literal('submits'), on: v.boolean() }),
        v.strictObject({ what: v.literal('frame'), host: text(256), within: text(256), on: v.boolean() }),
      ]),
    }),
    reply<FillingView>(),
  ),
  /** Why nothing was filled: the fields that were seen in that tab the last time somebody looked. */
  'fill.why': ours(v.strictObject({ tabId }), reply<SeenView[]>()),

  /** Lets the user point at the field in that tab. `words`: what is said in the page, in the language of the product. */
  'teach.start': ours(v.strictObject({ tabId, words: v.record(text(32), text(400)) }), reply<null>()),
  /** What was pointed at, the newest first. */
  'rules.list': ours(nothing, reply<RuleView[]>()),
  'rules.remove': ours(v.strictObject({ ruleId: id }), reply<RuleView[]>()),

  /**
   * A backup under a passphrase that never comes here: a worker of the page stretched it to `kekBase64`. Noted when it was saved.
   * `payloadSha256` is of the text inside, for the page to prove that the file opens to it.
   */
  'backup.seal': ours(
    v.strictObject({
      saltBase64: base64,
      logN: v.pipe(v.number(), v.integer(), v.minValue(18)),
      kekBase64: base64,
    }),
    reply<{ fileBase64: string; payloadSha256: string; accounts: number; fileName: string }>(),
  ),
  /** What is here with every secret blanked, as the text of a backup. */
  'export.outline': ours(nothing, reply<{ payload: string }>()),
  /** Everything in clear. Who asks proves to know a way in with the same message, where the vault has one that can be known. */
  'export.payload': ours(
    v.strictObject({ proof: v.optional(v.strictObject({ slotId: id, kekBase64: base64 })) }),
    reply<{ payload: string }>(),
  ),
  'backup.saved': ours(v.strictObject({ accounts: v.number(), bytes: v.number() }), reply<null>()),
  /** What a backup would change. Nothing is written. */
  'backup.review': ours(v.strictObject({ payload }), reply<BackupReviewView>()),
  /** All of it lands in one change, or none. `leave`: accounts of the backup that are not wanted. */
  'backup.restore': ours(
    v.strictObject({ payload, leave: v.optional(v.pipe(v.array(id), v.maxLength(50_000)), []) }),
    reply<{ added: number; same: number; changed: number; skipped: { where: string; why: string }[] }>(),
  ),

  'backups.list': ours(nothing, reply<BackupsView>()),
  /** A first backup is written there before this answers. The page asks the browser for the permission before. */
  'backups.add': ours(
    v.strictObject({ sort: text(16), settings: v.record(text(32), text(1024)) }),
    reply<BackupsView>(),
  ),
  /** What was written there stays there. */
  'backups.remove': ours(v.strictObject({ destinationId: id }), reply<BackupsView>()),
  'backups.run': ours(v.strictObject({ destinationId: id }), reply<BackupsView>()),
  /** The person picked a file: whether its bytes are those of one that was written. */
  'backups.prove': ours(
    v.strictObject({ destinationId: id, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
    reply<BackupsView>(),
  ),
  /** The newest proven backup that holds this account as it is now, where there is one. */
  'backups.ofAccount': ours(
    v.strictObject({ accountId: id }),
    reply<{ held: { sort: string; place: string; writtenAtMs: number } | null }>(),
  ),
  /** Puts the page that opens backups without us beside them, in place of an earlier one. */
  'backups.putOpener': ours(v.strictObject({ destinationId: id }), reply<null>()),
  /** A file that was written there, for the worker of the page that opens it. */
  'backups.fetch': ours(
    v.strictObject({ destinationId: id, name: text(128) }),
    reply<{ fileBase64: string }>(),
  ),

  /** Open runs first, then those that ended in the last 90 days. */
  'flow.list': ours(nothing, reply<FlowListView>()),
  'flow.read': ours(v.strictObject({ runId: id }), reply<FlowRunView>()),
  /** `newAccount` makes the account it begins with. */
  'flow.start': ours(
    v.strictObject({
      flow: text(32),
      accountIds: v.optional(v.pipe(v.array(id), v.maxLength(5000))),
      factorId: v.optional(id),
      deviceId: v.optional(id),
      newAccount: v.optional(
        v.strictObject({ service: text(256), login: text(256), tabId: v.optional(tabId) }),
      ),
    }),
    reply<FlowRunView>(),
  ),
  /** `step` is the step that was answered, `values` by input; stops are accepted under `accept.<id>`. */
  'flow.answer': ours(
    v.strictObject({ runId: id, step: text(32), values: v.record(text(64), text(20_000)) }),
    reply<FlowRunView>(),
  ),
  'flow.trouble': ours(v.strictObject({ runId: id, trouble: text(32) }), reply<FlowRunView>()),
  /** What texts that stand out on a page seem to say to what was entered. Nothing is kept of them. */
  'flow.pageSays': ours(
    v.strictObject({ texts: v.pipe(v.array(text(300)), v.maxLength(60)) }),
    reply<PageSaysView | null>(),
  ),
  'flow.back': ours(v.strictObject({ runId: id }), reply<FlowRunView>()),
  'flow.abandon': ours(v.strictObject({ runId: id }), reply<FlowRunView>()),

  /** The ways into this account, masked. */
  'factors.list': ours(v.strictObject({ accountId: id }), reply<WayInView[]>()),
  /** Accounts that hold this piece of a number or an address. */
  'factors.find': ours(v.strictObject({ text: text(64) }), reply<string[]>()),
  /** Writes down a way that is there already. `value`: the number, the address, the list of recovery codes; else empty. */
  'factors.add': ours(
    v.strictObject({
      accountId: id,
      sort: text(32),
      value: text(20_000),
      country: v.optional(text(2), 'CN'),
      label: v.optional(text(128), ''),
      deviceId: v.optional(v.nullable(id), null),
    }),
    reply<WayInView[]>(),
  ),
  /** What is not given stays. A day or a rhythm of null is taken away. */
  'factors.edit': ours(
    v.strictObject({
      ...ofFactor,
      label: v.optional(text(128)),
      deviceId: v.optional(v.nullable(id)),
      rotateEveryDays: v.optional(
        v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))),
      ),
      endsOn: v.optional(v.nullable(day)),
    }),
    reply<WayInView[]>(),
  ),
  /** `typedName`: the service's name, where the last way in is given up. */
  'factors.setState': ours(
    v.strictObject({
      ...ofFactor,
      state: v.picklist(['active', 'retired', 'lost']),
      typedName: v.optional(text(256), ''),
    }),
    reply<WayInView[]>(),
  ),
  /** What a text holds as recovery codes. Nothing is written. */
  'factors.readCodes': ours(
    v.strictObject({ text: text(20_000) }),
    reply<{ text: string; isUsed: boolean }[]>(),
  ),
  /** `sure` is the deliberate act: a click on "show". */
  'factors.reveal': ours(v.strictObject({ ...ofFactor, sure: v.literal(true) }), reply<RevealedView>()),
  /** The address behind the QR code of an authenticator code, for another phone. A passphrase is asked for where there is one. */
  'factors.address': ours(
    v.strictObject({
      ...ofFactor,
      sure: v.literal(true),
      proof: v.optional(v.strictObject({ slotId: id, kekBase64: base64 })),
    }),
    reply<{ address: string }>(),
  ),
  /** Gives the next unused code, or the one at this place, and ticks it off. */
  'factors.useCode': ours(
    v.strictObject({
      ...ofFactor,
      at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      on: v.optional(text(256), ''),
    }),
    reply<{ text: string; left: number }>(),
  ),

  'devices.list': ours(nothing, reply<DeviceView[]>()),
  'devices.save': ours(
    v.strictObject({
      deviceId: v.optional(id),
      sort: v.picklist(['phone', 'hardwareKey', 'browser']),
      name: v.pipe(text(128), v.trim(), v.minLength(1)),
      number: v.optional(text(64), ''),
      country: v.optional(text(2), 'CN'),
      carrier: v.optional(text(64), ''),
      carrierAccountId: v.optional(v.nullable(id), null),
    }),
    reply<DeviceView[]>(),
  ),
  'devices.remove': ours(v.strictObject({ deviceId: id }), reply<DeviceView[]>()),

  'simulate.lost': ours(
    v.strictObject({ deviceIds: v.pipe(v.array(id), v.maxLength(100)) }),
    reply<WhatIfLostView>(),
  ),
  /** What a pasted message holds. Nothing is kept of it. */
  'sms.read': ours(
    v.strictObject({ text: text(4000), accountId: v.optional(id), tabId: v.optional(tabId) }),
    reply<SmsView>(),
  ),
  /** The newest first. */
  'journal.read': ours(
    v.strictObject({
      accountId: v.optional(id),
      area: v.optional(v.picklist(['ways', 'codes', 'accounts', 'devices', 'backups', 'vault'])),
      most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)), 100),
    }),
    reply<JournalView>(),
  ),
  'journal.verify': ours(nothing, reply<{ entries: number; brokenAt: number | null }>()),
  'journal.export': ours(nothing, reply<{ text: string }>()),
  'checkup.read': ours(nothing, reply<CheckUpView>()),

  /** What the guide of this account's service says of a flow, and what the service offers. Null for a service we do not know. */
  'guides.read': ours(v.strictObject({ accountId: id, flow: text(32) }), reply<GuideView | null>()),
  /** For the accounts whose service is known. */
  'guides.offers': ours(
    v.strictObject({ accountIds: v.pipe(v.array(id), v.maxLength(5000)) }),
    reply<OffersView[]>(),
  ),
  'guides.carriers': ours(nothing, reply<CarriersView>()),
  /** Domains that a service of this name may mean, to be asked about: nothing is bound. */
  'directory.suggestSites': ours(v.strictObject({ service: text(256) }), reply<readonly string[]>()),
  'directory.status': ours(nothing, reply<DirectoryView>()),
  /** Fetches the public list. The page asks the browser for its host before. */
  'directory.refresh': ours(nothing, reply<DirectoryView>()),

  /** Accounts left in clear in this format: noted in the journal. */
  'accounts.exported': ours(v.strictObject({ format: text(64) }), reply<null>()),
  /** What an import would change: nothing is written. One row an entry, with its live code. */
  'import.review': ours(v.strictObject({ entries: importEntries }), reply<ImportRowView[]>()),
  /** All of it lands in one change, or none. One choice an entry. */
  'import.apply': ours(
    v.strictObject({
      importer: text(64),
      entries: importEntries,
      choices: v.array(v.picklist(['add', 'merge', 'leave'])),
    }),
    reply<{ added: number; changed: number }>(),
  ),
  'import.undo': ours(nothing, reply<{ undone: number; kept: number }>()),
  /** The import that can be taken back; null when there is none. */
  'import.last': ours(
    nothing,
    reply<{ importer: string; atMs: number; added: number; changed: number } | null>(),
  ),

  /** A field was found in the sender's document. */
  'field.found': page(
    v.strictObject({
      fieldId: text(64),
      shape: text(16),
      strength: text(16),
      nonce: v.optional(text(64)),
      seen: v.optional(seenFields),
      channel: v.optional(text(8)),
      /** Words beside the field say that something went wrong. */
      hasError: v.optional(v.boolean()),
      /** Which rules the document knows: `stampOf`. */
      rules: v.optional(text(32)),
    }),
  ),
  'field.gone': page(v.strictObject({ fieldId: text(64) })),
  /** The user pointed at this. `nonce` is that of the asking. */
  'teach.done': page(
    v.strictObject({
      nonce: text(64),
      path: text(200),
      shape: v.picklist(['single', 'row']),
      fields: v.pipe(v.array(taughtField), v.minLength(1), v.maxLength(10)),
      insistedOn: v.nullable(text(16)),
    }),
  ),
  'teach.ended': page(v.strictObject({ nonce: text(64) })),
  /** A trusted click on the mark beside a field. `sure`: it passed the checks of one-click filling as well. */
  'mark.clicked': page(v.strictObject({ fieldId: text(64), sure: v.optional(v.boolean(), false) })),
  'fill.done': page(v.strictObject({ nonce: text(64), outcome: text(16) })),
} as const;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type RequestOf<N extends MessageName> = v.InferInput<Protocol[N]['schema']>;
export type CheckedRequestOf<N extends MessageName> = v.InferOutput<Protocol[N]['schema']>;
export type ReplyOf<N extends MessageName> = Protocol[N] extends Ask<v.GenericSchema, infer R> ? R : never;

/** What the background pushes to one document. The receiver checks the origin again before it touches a field. */
export interface FillPush {
  readonly tallystick: 'fill';
  readonly nonce: string;
  readonly expectOrigin: string;
  readonly fieldId: string | null;
  readonly code: string;
  readonly replaceExisting: boolean;
}
/** What the user pointed at on this host: put before anything the detector finds. */
export interface RulesPush {
  readonly tallystick: 'rules';
  readonly rules: readonly FieldRule[];
}
/** Begins the pointing in every document of a tab; `words` of null ends it. */
export interface TeachPush {
  readonly tallystick: 'teach';
  readonly nonce: string;
  readonly words: Readonly<Record<string, string>> | null;
}
/** Tells our own pages that what they show may be stale; they ask again. */
export interface Pulse {
  readonly tallystick: 'pulse';
  readonly about: 'vault' | 'accounts' | 'site' | 'settings';
}
