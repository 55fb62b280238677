/** Microsoft: ways to sign in of a personal Microsoft account. */
import type { Guide } from '../guide.ts';

export const microsoft: Guide = {
  service: 'microsoft',
  basis: 'official',
  sources: [
    'support.microsoft.com/en-us/account-billing/how-to-use-two-step-verification-with-your-microsoft-account-c7910146-672f-01e9-50a0-93b4585e7eb4',
  ],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: false,
  flows: {
    bind: ['menu', 'choose', 'scan', 'codes'],
    'retire-sms': ['other', 'remove'],
    'lost-phone': ['signIn', 'remove'],
  },
  notes: ['wait', 'school'],
};
