/** TokenIM: a phone number to bind and change, SMS that ends, a lost key. */
import type { Guide } from '../guide.ts';

export const tokenim: Guide = {
  service: 'tokenim',
  basis: 'guide',
  sources: [
    '《TokenIM 绑定手机号》',
    '《短信TokenIM清退详解与用户指导》',
    '《TokenIM安全密钥丢失后的处理指南》',
  ],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: true },
  handsOff: false,
  flows: {
    bind: ['app', 'menu', 'number', 'code'],
    change: ['menu', 'old', 'new'],
    'retire-sms': ['notice', 'identity', 'way', 'proof'],
    'lost-phone': ['password', 'other', 'carrier'],
    'lost-key': ['search', 'reset', 'review', 'store'],
  },
  notes: ['noAddress', 'phrase'],
};
