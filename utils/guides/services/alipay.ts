/** Alipay: its phone number sits under Me, Settings, Account and security. */
import type { Guide } from '../guide.ts';

export const alipay: Guide = {
  service: 'alipay',
  basis: 'described',
  sources: [
    'www.usqs.cn/shujy/202505/194313.html',
    'www.tlmhxx.com/nwwd/202505/208726.html',
    'www.yunzhuji.net/kahao/610557.html',
  ],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: true },
  handsOff: false,
  flows: {
    bind: ['menu', 'number', 'code'],
    change: ['menu', 'verify', 'new'],
    'lost-phone': ['freeze', 'signIn', 'number'],
  },
  notes: ['bankNumber'],
};
