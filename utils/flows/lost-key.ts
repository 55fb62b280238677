/** A key is lost: which one, where it may still be, then restored or enrolled anew, a review, and the next loss made less likely. */
import { isUsable } from '../factors/states.ts';
import { choice, codes, enrolSteps, factorOption, tick } from './enrol.ts';
import type { Flow, Scene } from './flow.ts';
import { ASKING, PROVING } from './troubles.ts';

const LOSABLE = new Set(['otp', 'securityKey', 'passkey']);

/** The lost one, and those put aside earlier: one of them may be what is looked for. */
const keysIn = ({ account }: Scene) =>
  account.factors.filter(({ sort }) => LOSABLE.has(sort)).map(factorOption);

const others = ({ account, answers }: Scene) => [
  ...account.factors.filter((factor) => isUsable(factor) && factor.id !== answers.key).map(factorOption),
  { id: 'service-recovery', name: null },
  { id: 'support', name: null },
];

const isKey = ({ answers }: Scene) => answers.which === 'otp' || answers.which === 'hardwareKey';

export const lostKey: Flow = {
  id: 'lost-key',
  about: 'account',
  eachFrom: null,
  after: null,
  steps: [
    {
      id: 'which',
      words: 'flow.lost-key.which',
      inputs: [choice('which', 'otp', 'hardwareKey', 'vault', 'wallet')],
      next({ answers }) {
        if (answers.which === 'vault') return { step: 'vault' };
        return { step: answers.which === 'wallet' ? 'wallet' : 'key' };
      },
    },
    { id: 'vault', words: 'flow.lost-key.vault', aids: ['vault-ways', 'backup'], next: () => 'end' },
    // We never ask for the phrase: there is no input here, and there must never be one.
    { id: 'wallet', words: 'flow.lost-key.wallet', aids: ['wallet-steps'], next: () => 'end' },
    {
      id: 'key',
      words: 'flow.lost-key.key',
      inputs: [{ id: 'key', kind: 'choice', options: keysIn }],
      isNeeded: (scene) => isKey(scene) && keysIn(scene).length > 0,
    },
    {
      id: 'look',
      words: 'flow.lost-key.look',
      inputs: [choice('found', 'yes', 'no')],
      aids: ['backup', 'journal'],
      next: ({ answers }) => (answers.found === 'yes' ? { step: 'found' } : { step: 'gone' }),
    },
    {
      id: 'found',
      words: 'flow.lost-key.found',
      inputs: [choice('works', 'yes', 'no')],
      aids: ['open-site', 'show-code', 'fill-code'],
      troubles: PROVING,
      apply(scene, edit) {
        const key = scene.account.factors.find(({ id }) => id === scene.answers.key);
        if (scene.answers.works !== 'yes' || !key) return;
        edit.move(scene.account.id, key.id, 'active');
        edit.patch(scene.account.id, key.id, { acceptedAtMs: scene.nowMs, lastUsedAtMs: scene.nowMs });
      },
      next: ({ answers }) => (answers.works === 'yes' ? { step: 'review' } : { step: 'gone' }),
    },
    {
      id: 'gone',
      words: 'flow.lost-key.gone',
      stops: () => [{ id: 'really-gone', needs: 'tick' }],
      isFinal: true,
      apply(scene, edit) {
        const key = scene.account.factors.find(({ id }) => id === scene.answers.key);
        if (key && key.state !== 'retired') edit.move(scene.account.id, key.id, 'lost');
      },
    },
    {
      id: 'get-in',
      words: 'flow.lost-key.getIn',
      inputs: [
        { id: 'way', kind: 'choice', options: others },
        choice('sort', 'otp', 'securityKey', 'passkey', 'phone', 'email'),
      ],
      aids: ['open-site', 'use-recovery', 'show-code', 'fill-code', 'paste-message'],
      troubles: PROVING,
    },
    ...enrolSteps,
    codes,
    {
      id: 'review',
      words: 'flow.lost-key.review',
      inputs: [tick('recentUse'), tick('otherFactors'), tick('sessions')],
      aids: ['open-site', 'journal'],
      troubles: ASKING,
    },
    { id: 'tell', words: 'flow.lost-key.tell', inputs: [tick('told')], aids: ['open-site'] },
    { id: 'store', words: 'flow.lost-key.store', aids: ['backup', 'check-up'] },
  ],
};
