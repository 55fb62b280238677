/** Unbind: prechecks that can stop it, the service's own yes, an after-check, and a way out of every half-done state. */
import { isLastDailyWay, isUsable } from '../factors/states.ts';
import type { Edit } from './edit.ts';
import { choice } from './enrol.ts';
import type { Flow, Scene, Stop } from './flow.ts';
import { ASKING } from './troubles.ts';

const PROVEN_WITHIN_MS = 30 * 86_400_000;

function prechecks({ account, run, nowMs }: Scene): readonly Stop[] {
  const oldId = run.cast.old ?? '';
  const others = account.factors.filter((factor) => factor.id !== oldId && isUsable(factor));
  const seen = Math.max(
    0,
    ...account.factors.map(({ acceptedAtMs, lastUsedAtMs }) => acceptedAtMs ?? lastUsedAtMs ?? 0),
  );
  const stops: Stop[] = [];
  if (isLastDailyWay(account.factors, oldId)) stops.push({ id: 'last-factor', needs: 'deliberate' });
  if (!others.some(({ sort }) => sort === 'recoveryCodes')) stops.push({ id: 'no-codes', needs: 'tick' });
  if (nowMs - seen > PROVEN_WITHIN_MS) stops.push({ id: 'not-proven', needs: 'tick' });
  return stops;
}

/** The other ways may have gone since the prechecks: what was not given up then has to be given up now. */
function lastMeanwhile({ account, run }: Scene): readonly Stop[] {
  const isConsented = run.consents.includes(`last-factor:${account.id}`);
  if (isConsented || !isLastDailyWay(account.factors, run.cast.old ?? '')) return [];
  return [{ id: 'last-factor', needs: 'deliberate' }];
}

function move(scene: Scene, edit: Edit, to: 'active' | 'retiring' | 'retired'): void {
  const old = scene.factor('old');
  if (old && old.state !== to) edit.move(scene.account.id, old.id, to);
}

export const unbind: Flow = {
  id: 'unbind',
  about: 'factor',
  eachFrom: null,
  after: null,
  steps: [
    {
      id: 'prechecks',
      words: 'flow.unbind.prechecks',
      inputs: [choice('normal', 'yes', 'no')],
      aids: ['read-codes', 'check-up'],
      stops: prechecks,
      apply(scene, edit) {
        if (scene.answers.normal === 'yes') move(scene, edit, 'retiring');
      },
      next: ({ answers }) => (answers.normal === 'no' ? { step: 'repair-first' } : { step: 'there' }),
    },
    {
      id: 'repair-first',
      words: 'flow.unbind.repairFirst',
      inputs: [choice('repaired', 'yes', 'stop')],
      aids: ['open-site', 'journal'],
      troubles: ASKING,
      next: ({ answers }) => (answers.repaired === 'stop' ? 'end' : { step: 'prechecks' }),
    },
    {
      id: 'there',
      words: 'flow.unbind.there',
      inputs: [choice('result', 'unbound', 'failed', 'halfway')],
      aids: ['open-site', 'paste-message', 'show-code', 'fill-code', 'page-answer'],
      troubles: [...ASKING, 'code-not-received', 'code-wrong', 'code-expired'],
      stops: lastMeanwhile,
      apply(scene, edit) {
        if (scene.answers.result === 'unbound') move(scene, edit, 'retired');
        if (scene.answers.result === 'failed') move(scene, edit, 'active');
      },
      next: ({ answers }) => ({
        step: { unbound: 'check', failed: 'failed' }[answers.result ?? ''] ?? 'halfway',
      }),
    },
    {
      id: 'failed',
      words: 'flow.unbind.failed',
      inputs: [choice('afterFailure', 'again', 'stop')],
      troubles: ASKING,
      next: ({ answers }) => (answers.afterFailure === 'again' ? { step: 'prechecks' } : 'end'),
    },
    {
      id: 'halfway',
      words: 'flow.unbind.halfway',
      inputs: [choice('wayOut', 'finish', 'undo', 'retired-after-all')],
      aids: ['open-site'],
      troubles: ASKING,
      leavesAsIs: true,
      stops: lastMeanwhile,
      apply(scene, edit) {
        if (scene.answers.wayOut === 'undo') move(scene, edit, 'active');
        if (scene.answers.wayOut === 'retired-after-all') move(scene, edit, 'retired');
      },
      next: ({ answers }) => {
        if (answers.wayOut === 'undo') return 'end';
        return { step: answers.wayOut === 'finish' ? 'there' : 'check' };
      },
    },
    {
      id: 'check',
      words: 'flow.unbind.check',
      inputs: [choice('signsIn', 'yes', 'no'), choice('messages', 'yes', 'no')],
      aids: ['open-site'],
      isFinal: true,
      next: ({ answers }) => ({
        step: answers.signsIn === 'yes' && answers.messages === 'yes' ? 'rebind' : 'after-trouble',
      }),
    },
    {
      id: 'after-trouble',
      words: 'flow.unbind.afterTrouble',
      inputs: [choice('mended', 'works-now', 'bound-again', 'with-support')],
      aids: ['open-site', 'show-code', 'fill-code'],
      troubles: ASKING,
      isFinal: true,
      apply(scene, edit) {
        if (scene.answers.mended === 'bound-again') move(scene, edit, 'active');
      },
      next: ({ answers }) => (answers.mended === 'bound-again' ? 'end' : { step: 'rebind' }),
    },
    {
      id: 'rebind',
      words: 'flow.unbind.rebind',
      inputs: [choice('rebind', 'now', 'no')],
      aids: ['backup'],
      isFinal: true,
    },
  ],
};
