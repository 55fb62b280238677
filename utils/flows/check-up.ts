/** The check-up as a walk: see the findings, have the devices in hand, set a rhythm. */
import { isUsable } from '../factors/states.ts';
import { choice, tick } from './enrol.ts';
import type { Flow, Scene } from './flow.ts';

const ROTATED = new Set(['phone', 'otp', 'email', 'recoveryCodes']);
const DAYS: Readonly<Record<string, number>> = { '90': 90, '180': 180, '365': 365 };

/** `account factor`, because ids are unique only within an account. */
const rotatable = ({ world }: Scene) =>
  [...world.account.values()]
    .filter(({ deletedAtMs }) => deletedAtMs === null)
    .flatMap((account) =>
      account.factors
        .filter((factor) => ROTATED.has(factor.sort) && isUsable(factor))
        .map(({ id, sort }) => ({ id: `${account.id} ${id}`, name: account.service, sort })),
    );

export const checkUp: Flow = {
  id: 'check-up',
  about: 'nothing',
  eachFrom: null,
  after: null,
  steps: [
    { id: 'findings', words: 'flow.check-up.findings', inputs: [tick('seen')], aids: ['check-up'] },
    {
      id: 'devices',
      words: 'flow.check-up.devices',
      inputs: [tick('inHand')],
      isNeeded: ({ world }) => [...world.device.values()].some(({ state }) => state === 'inHand'),
    },
    {
      id: 'rhythm',
      words: 'flow.check-up.rhythm',
      inputs: [
        { id: 'rotate', kind: 'choice', optional: true, options: rotatable },
        { ...choice('days', ...Object.keys(DAYS)), optional: true },
      ],
      isNeeded: (scene) => rotatable(scene).length > 0,
      apply({ answers }, edit) {
        const [accountId = '', factorId = ''] = (answers.rotate ?? '').split(' ');
        const rotateEveryDays = DAYS[answers.days ?? ''];
        if (accountId !== '' && rotateEveryDays) edit.patch(accountId, factorId, { rotateEveryDays });
      },
    },
    { id: 'end', words: 'flow.check-up.end', aids: ['backup'], isFinal: true },
  ],
};
