/** GitHub: two-factor authentication in the settings. */
import type { Guide } from '../guide.ts';

export const github: Guide = {
  service: 'github',
  basis: 'official',
  sources: [
    'docs.github.com/en/github/authenticating-to-github/securing-your-account-with-two-factor-authentication-2fa/configuring-two-factor-authentication',
    'docs.github.com/en/authentication/authenticating-with-a-passkey/about-passkeys',
  ],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: false,
  flows: {
    bind: ['menu', 'scan', 'codes'],
    change: ['menu', 'scan', 'codes'],
    'retire-sms': ['other', 'remove'],
    'lost-phone': ['signIn', 'sessions'],
    'lost-key': ['codes', 'support'],
  },
  notes: ['keys'],
};
