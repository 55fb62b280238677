/** Facebook: two-factor authentication in the Accounts Center. */
import type { Guide } from '../guide.ts';

export const facebook: Guide = {
  service: 'facebook',
  basis: 'official',
  sources: ['www.facebook.com/help/148233965247823', 'www.facebook.com/help/1181045243159511'],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: false,
  flows: {
    bind: ['menu', 'choose', 'scan', 'codes'],
    'retire-sms': ['other', 'remove'],
    'lost-phone': ['signIn', 'sessions', 'number'],
  },
  notes: ['shared'],
};
