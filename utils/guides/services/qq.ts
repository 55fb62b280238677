/** QQ: its security phone (密保手机). Tencent forbids tools that manage accounts, so we only tell and fill what is asked for. */
import type { Guide } from '../guide.ts';

export const qq: Guide = {
  service: 'qq',
  basis: 'guide',
  sources: ['《QQ 密保手机解绑》', 'news.nctoro.com/news-13-189361.html'],
  rules: { oneNumberOneAccount: false, phoneCountries: null, oldNumberConfirms: false },
  handsOff: true,
  flows: {
    bind: ['menu', 'number', 'verify'],
    change: ['menu', 'old', 'new'],
    unbind: ['state', 'menu', 'release', 'confirm', 'after'],
    'lost-phone': ['protect', 'support'],
  },
  notes: ['ownAppOnly', 'rotate'],
};
