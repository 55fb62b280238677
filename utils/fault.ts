/**
 * What can go wrong in a way the user meets: a closed list of `area/reason`. Words for each live in the locale files.
 * Our own broken promises are plain `Error` and end here nowhere.
 */
export const FAULT_CODES = [
  'message/forbidden',
  'message/malformed',
  'message/unreachable',
  'vault/absent',
  'vault/exists',
  'vault/lost',
  'vault/locked',
  'vault/wrong-passphrase',
  'vault/slot-damaged',
  'vault/slot-left-out',
  'vault/damaged',
  'vault/newer',
  'vault/not-migrated',
  'vault/would-shrink',
  'vault/no-such-state',
  'vault/storage-full',
  'vault/storage-broken',
  'vault/kdf-refused',
  'vault/kdf-out-of-memory',
  'vault/too-many-attempts',
  'vault/recovery-typo',
  'vault/recovery-length',
  'vault/last-way-in',
  'account/not-found',
  'account/duplicate',
  'factor/not-found',
  'factor/bad-state',
  'phone/empty',
  'phone/letters',
  'phone/too-short',
  'phone/too-long',
  'phone/unknown-country',
  'phone/wrong-country',
  'phone/landline',
  'phone/not-mobile',
  'phone/not-assigned',
  'phone/bound-here',
  'phone/bound-already',
  'email/malformed',
  'codes/none-found',
  'codes/used-already',
  'codes/none-left',
  'device/not-found',
  'flow/not-found',
  'flow/finished',
  'flow/step-changed',
  'flow/answer-missing',
  'flow/bad-answer',
  'flow/last-factor',
  'flow/no-way-back',
  'flow/wrong-start',
  'otp/malformed-uri',
  'otp/not-an-otp',
  'otp/malformed-secret',
  'otp/secret-too-short',
  'otp/unknown-kind',
  'otp/unknown-algorithm',
  'otp/bad-digits',
  'otp/bad-period',
  'otp/bad-counter',
  'otp/missing-pin',
  'scan/nothing-found',
  'scan/not-allowed',
  'scan/page-protected',
  'fill/no-field',
  'fill/field-gone',
  'fill/not-kept',
  'fill/wrong-site',
  'fill/look-alike',
  'fill/not-secure',
  'fill/frame-refused',
  'fill/page-changed',
  'fill/no-account',
  'fill/several-accounts',
  'fill/ask-in-popup',
  'fill/not-allowed',
  'backup/wrong-passphrase',
  'backup/wrong-recovery-key',
  'backup/not-a-backup',
  'backup/truncated',
  'backup/damaged',
  'backup/newer',
  'backup/empty-file',
  'backup/too-large',
  'backup/too-costly',
  'import/nothing-to-undo',
  'import/unknown-file',
  'import/empty-file',
  'import/too-large',
  'import/too-costly',
  'import/passphrase-needed',
  'import/wrong-passphrase',
  'import/companion-needed',
  'import/unreadable-kind',
  'import/newer',
  'import/malformed',
  'import/repeated-name',
  'import/part-missing',
  'import/no-code',
  'directory/not-allowed',
  'directory/unreachable',
  'directory/malformed',
  'unexpected',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** A closed code and at most a name or a count: never a value, so that it may be shown and passed on. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly detail: string | undefined;

  constructor(code: FaultCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }
}

export function isFault(error: unknown): error is Fault {
  return error instanceof Fault;
}
