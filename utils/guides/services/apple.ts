/** Apple: trusted devices and numbers; it takes no code of other authenticators. */
import type { Guide } from '../guide.ts';

export const apple: Guide = {
  service: 'apple',
  basis: 'official',
  sources: [
    'support.apple.com/en-us/HT204915',
    'github.com/2factorauth/twofactorauth/blob/69a0638589f0e5fb0975313e10937b35e198f359/api/v3/all.json',
  ],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: false,
  flows: {
    bind: ['menu', 'number'],
    change: ['add', 'remove'],
    'lost-phone': ['find', 'code', 'number'],
  },
  notes: ['noOtp', 'two'],
};
