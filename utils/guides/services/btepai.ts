/** B特派: mainland numbers only, one number an account. */
import type { Guide } from '../guide.ts';

export const btepai: Guide = {
  service: 'btepai',
  basis: 'guide',
  sources: ['《B特派 绑定手机号》'],
  rules: { oneNumberOneAccount: true, phoneCountries: ['CN'], oldNumberConfirms: true },
  handsOff: false,
  flows: {
    bind: ['menu', 'number', 'code'],
    change: ['menu', 'old', 'new'],
    'lost-phone': ['password', 'support'],
  },
  notes: ['oneAccount', 'noMessage'],
};
