/** A factor that came, or went from one state to another. Masked: never a secret or a whole number. */
interface FactorMoved {
  readonly accountId: string;
  readonly factorId: string;
  readonly sort: string;
  /** Null when it was added. */
  readonly from: string | null;
  readonly to: string;
  readonly shown: string;
}

/** What was done. Stored in vaults: never rename. No event holds a secret, a code or a passphrase. */
export type JournalEvent =
  | { readonly did: 'vault.created'; readonly slot: string }
  | { readonly did: 'vault.unlocked'; readonly slot: string; readonly failedBefore: number }
  | {
      readonly did: 'accounts.imported';
      readonly importer: string;
      readonly added: number;
      readonly changed: number;
    }
  | { readonly did: 'accounts.exported'; readonly format: string }
  | { readonly did: 'import.undone'; readonly importer: string }
  | { readonly did: 'slot.added'; readonly slot: string }
  | { readonly did: 'slot.removed'; readonly slot: string }
  | { readonly did: 'recovery.split'; readonly threshold: number; readonly count: number }
  | { readonly did: 'passphrase.rehearsed' | 'passphrase.misremembered' | 'recovery.held' }
  | { readonly did: 'vault.recovered'; readonly from: string }
  | { readonly did: 'vault.migrated'; readonly from: number; readonly to: number }
  | { readonly did: 'vault.rotated'; readonly epoch: number }
  /** The damaged record came back as an earlier state had it. */
  | {
      readonly did: 'record.restored';
      readonly type: string;
      readonly id: string;
      readonly fromGeneration: number;
    }
  | { readonly did: 'state.takenBack'; readonly generation: number; readonly accounts: number }
  /** Due to be let go; a week later it is. */
  | { readonly did: 'due.noted'; readonly count: number }
  | { readonly did: 'trash.purged'; readonly accounts: number }
  | { readonly did: 'ways.purged'; readonly ways: number }
  | {
      readonly did: 'account.added';
      readonly accountId: string;
      readonly service: string;
      readonly by: string;
    }
  | { readonly did: 'account.renamed'; readonly accountId: string }
  | { readonly did: 'account.deleted'; readonly accountId: string; readonly service: string }
  | { readonly did: 'account.undeleted'; readonly accountId: string; readonly service: string }
  | { readonly did: 'account.siteBound'; readonly accountId: string; readonly site: string }
  /** `what` as in `accounts/filling.ts`; `site` is empty where it is about all of them. */
  | {
      readonly did: 'account.fillingChanged';
      readonly accountId: string;
      readonly what: string;
      readonly site: string;
    }
  | { readonly did: 'factor.replaced'; readonly accountId: string; readonly factorId: string }
  | {
      readonly did: 'code.filled';
      readonly accountId: string;
      readonly factorId: string;
      readonly site: string;
    }
  | { readonly did: 'field.taught' | 'field.forgotten'; readonly site: string }
  | { readonly did: 'code.copied'; readonly accountId: string; readonly factorId: string }
  /** `seconds`: what is added to this machine's clock. */
  | { readonly did: 'clock.corrected'; readonly site: string; readonly seconds: number }
  | { readonly did: 'clock.trusted' | 'clock.believed' }
  | { readonly did: 'code.resynced'; readonly accountId: string; readonly factorId: string }
  /** The page did not keep it: the counter stands at that code again. */
  | { readonly did: 'code.returned'; readonly accountId: string; readonly factorId: string }
  | { readonly did: 'code.next'; readonly accountId: string; readonly factorId: string }
  | { readonly did: 'backup.saved'; readonly accounts: number; readonly bytes: number }
  | {
      readonly did: 'backup.made';
      readonly destination: string;
      readonly accounts: number;
      readonly bytes: number;
    }
  | { readonly did: 'backup.failed'; readonly destination: string; readonly reason: string }
  | { readonly did: 'backup.proven'; readonly destination: string }
  | { readonly did: 'backup.destinationAdded' | 'backup.destinationRemoved'; readonly destination: string }
  | {
      readonly did: 'backup.restored';
      readonly added: number;
      readonly changed: number;
      readonly skipped: number;
    }
  | {
      readonly did:
        | 'flow.started'
        | 'flow.stepped'
        | 'flow.wentBack'
        | 'flow.troubled'
        | 'flow.finished'
        | 'flow.givenUp';
      readonly flow: string;
      readonly runId: string;
      readonly accountId: string | null;
      readonly step: string;
      readonly trouble: string;
      /** What was knowingly given up. */
      readonly consents: readonly string[];
      readonly changes: readonly FactorMoved[];
    }
  | { readonly did: 'factor.changed'; readonly by: 'hand'; readonly changes: readonly FactorMoved[] }
  | { readonly did: 'factor.shown'; readonly accountId: string; readonly factorId: string }
  | {
      readonly did: 'recoveryCode.used';
      readonly accountId: string;
      readonly factorId: string;
      readonly left: number;
      readonly on: string;
    }
  | { readonly did: 'device.saved' | 'device.removed'; readonly deviceId: string; readonly name: string }
  | { readonly did: 'reminder.shown'; readonly finding: string; readonly accountId: string | null };
