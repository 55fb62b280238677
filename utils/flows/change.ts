/** Change: the old factor proves first, stays usable while the new one is proven, and is then retired, not thrown away. */
import { isUsable } from '../factors/states.ts';
import { choice, codes, enrolSteps, factorOption, sortWanted } from './enrol.ts';
import type { Flow, Scene } from './flow.ts';
import { ASKING, PROVING } from './troubles.ts';

const others = ({ account, run }: Scene) =>
  account.factors.filter((factor) => isUsable(factor) && factor.id !== run.cast.old);

export const change: Flow = {
  id: 'change',
  about: 'factor',
  eachFrom: null,
  after: null,
  steps: [
    {
      id: 'verify',
      words: 'flow.change.verify',
      inputs: [choice('verified', 'yes', 'gone')],
      aids: ['open-site', 'paste-message', 'show-code', 'fill-code'],
      troubles: PROVING,
      next: ({ answers }) => (answers.verified === 'gone' ? { step: 'gone' } : { step: 'number' }),
    },
    {
      id: 'gone',
      words: 'flow.change.gone',
      inputs: [
        {
          id: 'other',
          kind: 'choice',
          options: (scene) => [...others(scene).map(factorOption), { id: 'support', name: null }],
        },
      ],
      aids: ['open-site', 'use-recovery', 'show-code', 'fill-code'],
      troubles: ASKING,
      stops: () => [{ id: 'really-gone', needs: 'tick' }],
      apply(scene, edit) {
        const old = scene.factor('old');
        if (old && old.state !== 'retired') edit.move(scene.account.id, old.id, 'lost');
      },
    },
    ...enrolSteps,
    {
      id: 'retire-old',
      words: 'flow.change.retireOld',
      inputs: [choice('oldGone', 'yes', 'kept')],
      aids: ['open-site'],
      troubles: ASKING,
      isNeeded: (scene) => scene.factor('old')?.state === 'replacing',
      isFinal: true,
      apply(scene, edit) {
        const old = scene.factor('old');
        if (old) edit.move(scene.account.id, old.id, scene.answers.oldGone === 'yes' ? 'retired' : 'active');
      },
    },
    { ...codes, isNeeded: (scene) => sortWanted(scene) === 'otp' },
    { id: 'end', words: 'flow.change.end', aids: ['backup', 'journal'], isFinal: true },
  ],
};
