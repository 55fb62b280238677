/** Bilibili: its phone number sits in the settings, under account security. */
import type { Guide } from '../guide.ts';

export const bilibili: Guide = {
  service: 'bilibili',
  basis: 'described',
  sources: ['www.06925.com/blblpt/845066929.html', 'www.06925.com/blblpt/840469892.html'],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: true },
  handsOff: false,
  flows: {
    bind: ['menu', 'number', 'code'],
    change: ['menu', 'verify', 'new'],
    'lost-phone': ['signIn', 'password', 'number'],
  },
  notes: ['generic'],
};
