/**
 * What one account in a backup must hold to be taken. Loose: what a later version added is carried along. Written into
 * backups: names here never change meaning.
 */
import * as v from 'valibot';
import { HASHES } from '../otp/kind.ts';

const text = v.string();
const id = v.pipe(text, v.minLength(1), v.maxLength(64));
const ms = v.pipe(v.number(), v.integer(), v.minValue(0));
const msOrNull = v.optional(v.nullable(ms), null);

const base = {
  id,
  state: v.picklist(['pending', 'active', 'replacing', 'retiring', 'retired', 'lost']),
  deviceId: v.optional(v.nullable(text), null),
  addedAtMs: ms,
  lastUsedAtMs: msOrNull,
  label: v.optional(text, ''),
};

/** Which of these a kind uses, and in what bounds, is the kind's own affair: an unknown kind is kept with its secret. */
const otp = v.looseObject({
  kind: v.pipe(text, v.minLength(1), v.maxLength(16)),
  secretBase32: v.pipe(text, v.regex(/^[A-Z2-7]+$/)),
  hash: v.picklist(HASHES),
  digits: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  periodSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  counter: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  pin: v.optional(text),
});

const recoveryCode = v.looseObject({
  text,
  usedAtMs: msOrNull,
  usedOn: v.optional(v.nullable(text), null),
});

export const factorShape = v.variant('sort', [
  v.looseObject({ ...base, sort: v.literal('otp'), otp }),
  v.looseObject({ ...base, sort: v.literal('phone'), numberE164: text }),
  v.looseObject({ ...base, sort: v.literal('email'), address: text }),
  v.looseObject({ ...base, sort: v.literal('recoveryCodes'), codes: v.array(recoveryCode) }),
  v.looseObject({
    ...base,
    sort: v.picklist(['securityKey', 'passkey', 'pushApp', 'qrSignIn', 'face', 'securityQuestions']),
  }),
]);

export const siteShape = v.looseObject({
  site: v.pipe(text, v.minLength(1)),
  exactHost: v.boolean(),
  source: v.picklist(['user', 'binding', 'import']),
  addedAtMs: ms,
});

/** Factors and sites are looked at one by one, so that a bad one does not take its account with it. */
export const accountShape = v.looseObject({
  id,
  service: text,
  login: text,
  sites: v.optional(v.array(v.unknown()), []),
  factors: v.array(v.unknown()),
  tags: v.optional(v.array(text), []),
  note: v.optional(text, ''),
  pinned: v.optional(v.boolean(), false),
  createdAtMs: ms,
  lastUsedAtMs: msOrNull,
  deletedAtMs: msOrNull,
});

export const deviceShape = v.looseObject({
  id,
  sort: v.picklist(['phone', 'hardwareKey', 'browser']),
  name: text,
  numberE164: v.optional(v.nullable(text), null),
  carrier: v.optional(text, ''),
  carrierAccountId: v.optional(v.nullable(text), null),
  state: v.picklist(['inHand', 'lost']),
  lostAtMs: msOrNull,
  addedAtMs: ms,
});

const texts = v.record(text, text);

/** What a step did is told to people only: a list of things that have a step is enough. */
export const flowRunShape = v.looseObject({
  id,
  flow: v.pipe(text, v.minLength(1), v.maxLength(32)),
  state: v.picklist(['open', 'done', 'givenUp']),
  accountId: v.nullable(text),
  deviceId: v.nullable(text),
  step: text,
  path: v.array(text),
  answers: texts,
  cast: texts,
  queue: v.array(text),
  outcomes: v.record(text, v.picklist(['done', 'later', 'stuck'])),
  consents: v.array(text),
  trouble: v.nullable(v.looseObject({ id: text, step: text, atMs: ms, times: v.number() })),
  deeds: v.array(
    v.looseObject({ step: text, accountId: v.nullable(text), atMs: ms, changes: v.array(v.looseObject({})) }),
  ),
  startedAtMs: ms,
  touchedAtMs: ms,
});

export const envelopeShape = v.looseObject({
  format: v.literal('tallystick-backup'),
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  counts: v.optional(
    v.looseObject({
      accounts: v.number(),
      factors: v.number(),
      devices: v.optional(v.number(), 0),
      flowRuns: v.optional(v.number(), 0),
    }),
  ),
  accountsSha256: v.optional(text),
  restSha256: v.optional(text),
  accounts: v.array(v.unknown()),
  devices: v.optional(v.array(v.unknown()), []),
  flowRuns: v.optional(v.array(v.unknown()), []),
  facts: v.optional(v.record(text, v.unknown()), {}),
});
