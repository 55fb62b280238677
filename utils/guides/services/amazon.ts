/** Amazon: two-step verification under login and security. */
import type { Guide } from '../guide.ts';

export const amazon: Guide = {
  service: 'amazon',
  basis: 'official',
  sources: [
    'www.amazon.com/gp/help/customer/display.html?nodeId=G3PWZPU52FKN7PW4',
    'github.com/2factorauth/twofactorauth/blob/69a0638589f0e5fb0975313e10937b35e198f359/api/v3/all.json',
  ],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: false,
  flows: {
    bind: ['menu', 'choose', 'scan'],
    'retire-sms': ['other', 'backup'],
    'lost-phone': ['signIn', 'number'],
  },
  notes: ['regions'],
};
