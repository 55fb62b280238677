/** X: two-factor authentication; SMS is for paying members only. */
import type { Guide } from '../guide.ts';

export const x: Guide = {
  service: 'x',
  basis: 'official',
  sources: ['help.x.com/en/managing-your-account/two-factor-authentication'],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: false,
  flows: {
    bind: ['menu', 'choose', 'scan', 'codes'],
    'retire-sms': ['other', 'remove'],
    'lost-phone': ['signIn', 'number'],
  },
  notes: ['premium'],
};
