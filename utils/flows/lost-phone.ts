/** A phone is lost or stolen: freeze the number, then account by account with the best way that is left. */
import { hangsOn } from '../factors/device.ts';
import { isUsable } from '../factors/states.ts';
import { whatIfLost } from '../factors/what-if-lost.ts';
import { choice, factorOption, tick } from './enrol.ts';
import type { Flow, Scene } from './flow.ts';
import { ASKING, PROVING } from './troubles.ts';

function deviceOf({ world, run }: Scene) {
  const device = world.device.get(run.deviceId ?? '');
  if (device === undefined) throw new Error('the device was checked at the start');
  return device;
}

const onDevice = (scene: Scene) => scene.account.factors.filter((factor) => hangsOn(factor, deviceOf(scene)));

/** What is left to sign in with, and support as the last. */
const waysLeft = (scene: Scene) => [
  ...scene.account.factors
    .filter((factor) => isUsable(factor) && !hangsOn(factor, deviceOf(scene)))
    .map(factorOption),
  { id: 'service-recovery', name: null },
  { id: 'support', name: null },
];

export const lostPhone: Flow = {
  id: 'lost-phone',
  about: 'device',
  eachFrom: 'account',
  after: 'number-back',
  accountsFor: (world, deviceId) => whatIfLost(world, [deviceId]).hits.map(({ accountId }) => accountId),
  steps: [
    {
      id: 'sure',
      words: 'flow.lost-phone.sure',
      inputs: [choice('how', 'lost', 'stolen'), tick('sure')],
      isFinal: true,
      apply(scene, edit) {
        const device = deviceOf(scene);
        edit.device({ ...device, state: 'lost', lostAtMs: device.lostAtMs ?? scene.nowMs });
        for (const account of scene.world.account.values()) {
          if (account.deletedAtMs !== null) continue;
          for (const factor of account.factors) {
            if (hangsOn(factor, device) && factor.state !== 'retired')
              edit.move(account.id, factor.id, 'lost');
          }
        }
      },
    },
    {
      id: 'freeze',
      words: 'flow.lost-phone.freeze',
      inputs: [choice('frozen', 'done', 'later')],
      aids: ['carrier-hotlines'],
    },
    {
      id: 'passwords',
      words: 'flow.lost-phone.passwords',
      inputs: [choice('passwords', 'done', 'later')],
      isFinal: true,
      next: () => ({ account: 'done' }),
    },
    {
      id: 'account',
      words: 'flow.lost-phone.account',
      inputs: [{ id: 'way', kind: 'choice', options: waysLeft }, choice('inside', 'yes', 'later', 'stuck')],
      aids: ['open-site', 'use-recovery', 'show-code', 'fill-code', 'paste-message'],
      troubles: PROVING,
      next({ answers }) {
        if (answers.inside === 'later') return { account: 'later' };
        return answers.inside === 'stuck' ? { account: 'stuck' } : null;
      },
    },
    {
      id: 'secure',
      words: 'flow.lost-phone.secure',
      inputs: [choice('removed', 'yes', 'not-yet')],
      aids: ['open-site', 'journal'],
      troubles: ASKING,
      isFinal: true,
      apply(scene, edit) {
        if (scene.answers.removed !== 'yes') return;
        for (const { id, state } of onDevice(scene)) {
          if (state === 'lost') edit.move(scene.account.id, id, 'retired');
        }
      },
      next: () => ({ account: 'done' }),
    },
    {
      id: 'number-back',
      words: 'flow.lost-phone.numberBack',
      inputs: [choice('number', 'same', 'other', 'not-yet')],
      aids: ['carrier-hotlines'],
      isFinal: true,
      apply(scene, edit) {
        const { numberE164 } = deviceOf(scene);
        if (scene.answers.number !== 'same' || numberE164 === null) return;
        for (const account of scene.world.account.values()) {
          if (account.deletedAtMs !== null) continue;
          for (const factor of account.factors) {
            const isBack =
              factor.sort === 'phone' && factor.numberE164 === numberE164 && factor.state === 'lost';
            if (isBack) edit.move(account.id, factor.id, 'active');
          }
        }
      },
    },
    { id: 'end', words: 'flow.lost-phone.end', aids: ['check-up', 'backup'], isFinal: true },
  ],
};
