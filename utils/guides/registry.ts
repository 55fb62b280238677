/** All guides. A new one is its file, its line here and its words in `components/text/<language>/guides/`. */
import type { Guide } from './guide.ts';
import { alipay } from './services/alipay.ts';
import { amazon } from './services/amazon.ts';
import { apple } from './services/apple.ts';
import { bilibili } from './services/bilibili.ts';
import { btepai } from './services/btepai.ts';
import { facebook } from './services/facebook.ts';
import { github } from './services/github.ts';
import { google } from './services/google.ts';
import { microsoft } from './services/microsoft.ts';
import { qq } from './services/qq.ts';
import { taobao } from './services/taobao.ts';
import { tokenim } from './services/tokenim.ts';
import { wechat } from './services/wechat.ts';
import { weibo } from './services/weibo.ts';
import { x } from './services/x.ts';

export const GUIDES: readonly Guide[] = [
  tokenim,
  qq,
  btepai,
  wechat,
  alipay,
  taobao,
  weibo,
  bilibili,
  google,
  microsoft,
  apple,
  github,
  x,
  facebook,
  amazon,
];
