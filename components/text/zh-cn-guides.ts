/** Words of the guides in this language, one file a service. They come with the full page: the popup loads none of them. */
import alipay from './zh-CN/guides/alipay.json' with { type: 'json' };
import amazon from './zh-CN/guides/amazon.json' with { type: 'json' };
import apple from './zh-CN/guides/apple.json' with { type: 'json' };
import bilibili from './zh-CN/guides/bilibili.json' with { type: 'json' };
import btepai from './zh-CN/guides/btepai.json' with { type: 'json' };
import carriers from './zh-CN/guides/carriers.json' with { type: 'json' };
import facebook from './zh-CN/guides/facebook.json' with { type: 'json' };
import github from './zh-CN/guides/github.json' with { type: 'json' };
import google from './zh-CN/guides/google.json' with { type: 'json' };
import microsoft from './zh-CN/guides/microsoft.json' with { type: 'json' };
import qq from './zh-CN/guides/qq.json' with { type: 'json' };
import taobao from './zh-CN/guides/taobao.json' with { type: 'json' };
import tokenim from './zh-CN/guides/tokenim.json' with { type: 'json' };
import ui from './zh-CN/guides/ui.json' with { type: 'json' };
import wechat from './zh-CN/guides/wechat.json' with { type: 'json' };
import weibo from './zh-CN/guides/weibo.json' with { type: 'json' };
import x from './zh-CN/guides/x.json' with { type: 'json' };

export const words = {
  ...alipay,
  ...amazon,
  ...apple,
  ...bilibili,
  ...btepai,
  ...carriers,
  ...facebook,
  ...github,
  ...google,
  ...microsoft,
  ...qq,
  ...taobao,
  ...tokenim,
  ...ui,
  ...wechat,
  ...weibo,
  ...x,
};
