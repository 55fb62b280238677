/** Taobao: its phone number sits in the settings, under account and security. */
import type { Guide } from '../guide.ts';

export const taobao: Guide = {
  service: 'taobao',
  basis: 'described',
  sources: ['www.51jto.cn/news/7101135.html', 'www.2634.com.cn/dsjc/189592.html'],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: true },
  handsOff: false,
  flows: {
    bind: ['menu', 'number', 'code'],
    change: ['menu', 'verify', 'new'],
    'lost-phone': ['password', 'alipay', 'number'],
  },
  notes: ['seller'],
};
