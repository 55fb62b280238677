/** Retire text messages: why, what instead, by when, the new factor proven before the old one goes, and a record that it is done. */
import { isUsable } from '../factors/states.ts';
import { ALTERNATIVES } from './alternatives.ts';
import { choice, codes, enrolSteps, tick } from './enrol.ts';
import type { Flow, Scene } from './flow.ts';
import { endOfDayMs } from './inputs.ts';
import { ASKING } from './troubles.ts';

/** What the service offers comes first; what it is not known to offer stays choosable, because guides grow old. */
function ways({ rules }: Scene) {
  const sorts = ALTERNATIVES.map(({ sort }) => sort);
  const offered = sorts.filter((sort) => rules.offers?.includes(sort));
  return [...offered, ...sorts.filter((sort) => !offered.includes(sort))].map((id) => ({ id, name: null }));
}

export const retireSms: Flow = {
  id: 'retire-sms',
  about: 'account',
  eachFrom: 'why',
  after: 'all-done',
  castOf(account): Record<string, string> {
    const phone = account.factors.find((factor) => factor.sort === 'phone' && isUsable(factor));
    return phone ? { old: phone.id } : {};
  },
  steps: [
    {
      id: 'why',
      words: 'flow.retire-sms.why',
      inputs: [{ id: 'deadline', kind: 'day', optional: true }, choice('begin', 'now', 'later')],
      aids: ['open-site'],
      isNeeded: (scene) => scene.factor('old') !== null,
      apply(scene, edit) {
        const old = scene.factor('old');
        const { deadline } = scene.answers;
        if (old && deadline) edit.patch(scene.account.id, old.id, { endsAtMs: endOfDayMs(deadline) });
      },
      next: ({ answers }) => (answers.begin === 'later' ? { account: 'later' } : null),
    },
    {
      id: 'ways',
      words: 'flow.retire-sms.ways',
      inputs: [{ id: 'sort', kind: 'choice', options: ways }],
      aids: ['compare-ways'],
    },
    {
      id: 'prepare',
      words: 'flow.retire-sms.prepare',
      inputs: [tick('haveNumber'), tick('havePassword'), tick('haveProof')],
    },
    ...enrolSteps,
    codes,
    {
      id: 'turn-off',
      words: 'flow.retire-sms.turnOff',
      inputs: [choice('smsNow', 'off', 'kept', 'cannot')],
      aids: ['open-site', 'show-code', 'fill-code'],
      troubles: ASKING,
      isFinal: true,
      apply(scene, edit) {
        const old = scene.factor('old');
        if (old) edit.move(scene.account.id, old.id, scene.answers.smsNow === 'off' ? 'retired' : 'active');
      },
    },
    {
      id: 'record',
      words: 'flow.retire-sms.record',
      aids: ['proof', 'backup'],
      isFinal: true,
      next: () => ({ account: 'done' }),
    },
    { id: 'all-done', words: 'flow.retire-sms.allDone', aids: ['check-up', 'backup'], isFinal: true },
  ],
};
