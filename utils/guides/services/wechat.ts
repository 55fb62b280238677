/** WeChat: its phone number sits under Me, Settings, Account security. */
import type { Guide } from '../guide.ts';

export const wechat: Guide = {
  service: 'wechat',
  basis: 'described',
  sources: [
    'nctoro.com/gongnue/34939.html',
    'uqyw.com/tech/1964072.html',
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
