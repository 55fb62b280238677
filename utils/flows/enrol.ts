/**
 * Steps by which a new factor comes to an account, shared by the flows that enrol one. The new factor stays `pending` until the
 * service took it once. Which sort it is: the answer to `sort`, else that of the factor it stands in for.
 */

import type { Factor, FactorSort, RecordedSort } from '../factors/factor.ts';
import type { NewFactor } from '../factors/hand-made.ts';
import { readOtpFactor } from '../factors/otp-factor.ts';
import { readRecoveryCodes } from '../factors/recovery-codes.ts';
import { shownName } from '../factors/shown-name.ts';
import { Fault } from '../fault.ts';
import type { Edit } from './edit.ts';
import type { Input, Option, Scene, Step } from './flow.ts';
import { refuseBoundNumber } from './one-number.ts';
import { ASKING, PROVING } from './troubles.ts';

const RECORDED: readonly RecordedSort[] = [
  'securityKey',
  'passkey',
  'pushApp',
  'qrSignIn',
  'face',
  'securityQuestions',
];
/** What a person can set up for an account, the strongest against theft first. */
export const ENROLLABLE: readonly FactorSort[] = [
  'passkey',
  'securityKey',
  'otp',
  'pushApp',
  'qrSignIn',
  'phone',
  'email',
  'face',
  'securityQuestions',
];

export const fixed = (...ids: readonly string[]): (() => readonly Option[]) => {
  const options = ids.map((id) => ({ id, name: null }));
  return () => options;
};

export const factorOption = (factor: Factor): Option => ({
  id: factor.id,
  name: shownName(factor),
  sort: factor.sort,
});

/** One choice among fixed ones, the last input that most steps have. */
export const choice = (id: string, ...ids: readonly string[]): Input => ({
  id,
  kind: 'choice',
  options: fixed(...ids),
});
export const tick = (id: string): Input => ({ id, kind: 'tick' });

export function sortWanted(scene: Scene): string {
  return scene.answers.sort ?? scene.factor('old')?.sort ?? '';
}

const wants =
  (...sorts: readonly string[]) =>
  (scene: Scene) =>
    sorts.includes(sortWanted(scene));

/** Where the old one is usable still, it says so and stays so until the new one was taken. */
function enrol(scene: Scene, edit: Edit, made: NewFactor): void {
  const old = scene.factor('old');
  if (old?.state === 'active') edit.move(scene.account.id, old.id, 'replacing');
  const earlier = scene.factor('new');
  if (earlier?.state === 'pending') {
    if (isSameSort(earlier, made) && (made.sort === 'phone' || made.sort === 'email')) {
      edit.correct(scene.account.id, earlier.id, made);
      return;
    }
    // It may be the one the service took: put aside, never thrown away.
    edit.move(scene.account.id, earlier.id, 'retired');
  }
  edit.give('new', edit.add(scene.account.id, made));
}

const isSameSort = (a: { readonly sort: string }, b: { readonly sort: string }) => a.sort === b.sort;

function devicesIn({ world }: Scene, ...sorts: readonly string[]): readonly Option[] {
  return [...world.device.values()]
    .filter((device) => device.state === 'inHand' && sorts.includes(device.sort))
    .map(({ id, name }) => ({ id, name }));
}

/** By the owner's word, else by the number of the SIM in it. */
function deviceOf(scene: Scene, numberE164 = ''): string | null {
  if (scene.answers.device) return scene.answers.device;
  return [...scene.world.device.values()].find((device) => device.numberE164 === numberE164)?.id ?? null;
}

const number: Step = {
  id: 'number',
  words: 'flow.enrol.number',
  inputs: [
    { id: 'country', kind: 'country', optional: true },
    { id: 'number', kind: 'phone' },
    { id: 'device', kind: 'choice', optional: true, options: (scene) => devicesIn(scene, 'phone') },
  ],
  aids: ['open-site', 'fill-number'],
  troubles: PROVING,
  isNeeded: wants('phone'),
  apply(scene, edit) {
    const numberE164 = scene.answers.number ?? '';
    refuseBoundNumber(scene, numberE164);
    enrol(scene, edit, { sort: 'phone', numberE164, deviceId: deviceOf(scene, numberE164) });
  },
};

const address: Step = {
  id: 'address',
  words: 'flow.enrol.address',
  inputs: [{ id: 'address', kind: 'email' }],
  aids: ['open-site', 'fill-number'],
  troubles: PROVING,
  isNeeded: wants('email'),
  apply(scene, edit) {
    enrol(scene, edit, { sort: 'email', address: scene.answers.address ?? '' });
  },
};

const secret: Step = {
  id: 'secret',
  words: 'flow.enrol.secret',
  inputs: [{ id: 'secret', kind: 'secret' }],
  aids: ['open-site', 'scan-secret'],
  troubles: ASKING,
  isNeeded: wants('otp'),
  apply(scene, edit) {
    const otp = readOtpFactor(scene.answers.secret ?? '');
    const held = scene.account.factors.find(
      (factor) => factor.sort === 'otp' && factor.otp.secretBase32 === otp.secretBase32,
    );
    // The same code scanned twice: what is there goes on, unless it is the very one to be replaced.
    if (held?.state === 'pending') return edit.give('new', held.id);
    if (held && held.state !== 'retired' && held.state !== 'lost') throw new Fault('account/duplicate');
    enrol(scene, edit, { sort: 'otp', otp });
  },
};

const register: Step = {
  id: 'register',
  words: 'flow.enrol.register',
  inputs: [
    { id: 'label', kind: 'text', optional: true },
    {
      id: 'keyDevice',
      kind: 'choice',
      optional: true,
      options: (scene) => devicesIn(scene, 'hardwareKey', 'phone', 'browser'),
    },
  ],
  aids: ['open-site'],
  troubles: ASKING,
  isNeeded: wants(...RECORDED),
  apply(scene, edit) {
    const sort = sortWanted(scene) as RecordedSort;
    enrol(scene, edit, { sort, label: scene.answers.label, deviceId: scene.answers.keyDevice ?? null });
  },
};

/** The service took it: only now is it a way in, and only now may the old one go. */
const accepted: Step = {
  id: 'accepted',
  words: 'flow.enrol.accepted',
  inputs: [choice('accepted', 'yes')],
  aids: ['open-site', 'paste-message', 'show-code', 'fill-code', 'page-answer'],
  troubles: PROVING,
  isFinal: true,
  apply(scene, edit) {
    const fresh = scene.factor('new');
    if (fresh === null) throw new Fault('factor/not-found');
    edit.move(scene.account.id, fresh.id, 'active');
  },
};

/** Recovery codes of the service, pasted or read from its page. Older ones it no longer takes are put aside. */
export const codes: Step = {
  id: 'codes',
  words: 'flow.enrol.codes',
  inputs: [{ id: 'codes', kind: 'codes', optional: true }],
  aids: ['open-site', 'read-codes'],
  apply(scene, edit) {
    if (scene.answers.codes === undefined) return;
    for (const factor of scene.account.factors) {
      if (factor.sort === 'recoveryCodes' && factor.state === 'active') {
        edit.move(scene.account.id, factor.id, 'retired');
      }
    }
    const list = readRecoveryCodes(scene.answers.codes).map(({ text, isUsed }) => ({
      text,
      usedAtMs: isUsed ? scene.nowMs : null,
      usedOn: null,
    }));
    edit.give('codes', edit.add(scene.account.id, { sort: 'recoveryCodes', codes: list }, 'active'));
  },
};

export const enrolSteps: readonly Step[] = [number, address, secret, register, accepted];
