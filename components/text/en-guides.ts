/** Words of the guides in this language, one file a service. They come with the full page: the popup loads none of them. */
import alipay from './en/guides/alipay.json' with { type: 'json' };
import amazon from './en/guides/amazon.json' with { type: 'json' };
import apple from './en/guides/apple.json' with { type: 'json' };
import bilibili from './en/guides/bilibili.json' with { type: 'json' };
import btepai from './en/guides/btepai.json' with { type: 'json' };
import carriers from './en/guides/carriers.json' with { type: 'json' };
import facebook from './en/guides/facebook.json' with { type: 'json' };
import github from './en/guides/github.json' with { type: 'json' };
import google from './en/guides/google.json' with { type: 'json' };
import microsoft from './en/guides/microsoft.json' with { type: 'json' };
import qq from './en/guides/qq.json' with { type: 'json' };
import taobao from './en/guides/taobao.json' with { type: 'json' };
import tokenim from './en/guides/tokenim.json' with { type: 'json' };
import ui from './en/guides/ui.json' with { type: 'json' };
import wechat from './en/guides/wechat.json' with { type: 'json' };
import weibo from './en/guides/weibo.json' with { type: 'json' };
import x from './en/guides/x.json' with { type: 'json' };

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
