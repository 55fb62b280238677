/** Bind: a new way into an account, proven before it counts. */
import { choice, codes, ENROLLABLE, enrolSteps } from './enrol.ts';
import type { Flow } from './flow.ts';

export const bind: Flow = {
  id: 'bind',
  about: 'account',
  eachFrom: null,
  after: null,
  steps: [
    { id: 'sort', words: 'flow.bind.sort', inputs: [choice('sort', ...ENROLLABLE)], aids: ['compare-ways'] },
    ...enrolSteps,
    codes,
    { id: 'end', words: 'flow.bind.end', aids: ['backup'], isFinal: true },
  ],
};
