/** Google: 2-Step Verification in the Google Account. */
import type { Guide } from '../guide.ts';

export const google: Guide = {
  service: 'google',
  basis: 'official',
  sources: ['support.google.com/accounts/answer/185839'],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: false,
  flows: {
    bind: ['menu', 'choose', 'scan', 'codes'],
    change: ['menu', 'new', 'old'],
    'retire-sms': ['other', 'remove', 'recovery'],
    'lost-phone': ['signIn', 'device', 'number'],
  },
  notes: ['many'],
};
