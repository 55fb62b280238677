/** Recovery codes made anew at the service: the old list is put aside only when the new one is here. */
import { codes } from './enrol.ts';
import type { Flow } from './flow.ts';
import { ASKING } from './troubles.ts';

export const newCodes: Flow = {
  id: 'new-codes',
  about: 'account',
  eachFrom: null,
  after: null,
  steps: [
    {
      ...codes,
      id: 'make',
      words: 'flow.new-codes.make',
      inputs: [{ id: 'codes', kind: 'codes' }],
      troubles: ASKING,
      isFinal: true,
    },
    { id: 'end', words: 'flow.new-codes.end', aids: ['backup'], isFinal: true },
  ],
};
