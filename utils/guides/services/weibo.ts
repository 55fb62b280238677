/** Weibo: only what holds for any app of its kind; no source that we trust describes its screens. */
import type { Guide } from '../guide.ts';

export const weibo: Guide = {
  service: 'weibo',
  basis: 'general',
  sources: [
    'github.com/2factorauth/twofactorauth/blob/69a0638589f0e5fb0975313e10937b35e198f359/api/v3/all.json',
  ],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: true },
  handsOff: false,
  flows: {
    bind: ['menu', 'number', 'code'],
    change: ['menu', 'verify', 'new'],
    'lost-phone': ['password', 'sessions', 'number'],
  },
  notes: ['generic'],
};
