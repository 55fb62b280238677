/** What hangs on an account besides itself: money, mail, other sign-ins. By the domains and names of well-known services. */
export type Importance = 'money' | 'mail' | 'identity' | 'other';

/** The least of an account that tells it. */
interface Named {
  readonly service: string;
  readonly sites: readonly { readonly site: string }[];
}

const DOMAINS: Readonly<Record<Exclude<Importance, 'other'>, string>> = {
  money: `alipay.com tenpay.com paypal.com stripe.com wise.com revolut.com venmo.com cash.app klarna.com n26.com monzo.com
    binance.com okx.com coinbase.com kraken.com bitget.com bybit.com gate.io huobi.com bitfinex.com bitstamp.net gemini.com
    icbc.com.cn ccb.com abchina.com boc.cn bankcomm.com cmbchina.com cmbc.com.cn spdb.com.cn cib.com.cn citicbank.com
    psbc.com pingan.com webank.com unionpay.com jd.com chase.com bankofamerica.com wellsfargo.com citi.com hsbc.com
    barclays.co.uk lloydsbank.com natwest.com santander.com bbva.com ing.com deutsche-bank.de commerzbank.de sparkasse.de
    bnpparibas.net credit-agricole.fr sberbank.ru tinkoff.ru tbank.ru futuhk.com itiger.com schwab.com fidelity.com
    vanguard.com robinhood.com interactivebrokers.com`,
  mail: `gmail.com outlook.com live.com hotmail.com icloud.com mail.qq.com 163.com 126.com yeah.net foxmail.com sina.com
    sohu.com 139.com 189.cn aliyun.com proton.me protonmail.com tuta.com tutanota.com fastmail.com zoho.com gmx.net gmx.de
    web.de mail.ru yandex.ru yandex.com yahoo.com yahoo.co.jp naver.com daum.net hey.com posteo.de mailbox.org`,
  identity: `google.com apple.com microsoft.com microsoftonline.com facebook.com github.com gitlab.com qq.com weixin.qq.com
    wechat.com weibo.com okta.com auth0.com onelogin.com duosecurity.com bitwarden.com 1password.com lastpass.com
    x.com twitter.com linkedin.com amazon.com aws.amazon.com id.me login.gov kakao.com line.me vk.com`,
};
const WORDS: Readonly<Record<Exclude<Importance, 'other'>, RegExp>> = {
  money:
    /bank|银行|銀行|支付|付款|钱包|錢包|wallet|pay\b|证券|證券|基金|保险|理财|broker|invest|crypto|币安|交易所|은행|banque|банк/i,
  mail: /mail|邮箱|郵箱|信箱|邮件|メール|메일|почта/i,
  identity:
    /^(google|apple( id)?|icloud|microsoft|微软|微信|wechat|qq|github|facebook|x|twitter|bitwarden|1password|谷歌|苹果)$/i,
};

const byDomain: ReadonlyMap<string, Importance> = new Map(
  (['identity', 'mail', 'money'] as const).flatMap((importance) =>
    DOMAINS[importance].split(/\s+/).map((domain) => [domain, importance] as const),
  ),
);

export function importanceOf({ service, sites }: Named): Importance {
  for (const { site } of sites) {
    const known = byDomain.get(site) ?? byDomain.get(site.replace(/^[^.]+\.(?=[^.]+\.)/, ''));
    if (known) return known;
  }
  const name = service.trim();
  return (
    (['money', 'mail', 'identity'] as const).find((importance) => WORDS[importance].test(name)) ?? 'other'
  );
}

/** Smaller comes first when time is short. */
export const RANK: Readonly<Record<Importance, number>> = { money: 0, mail: 1, identity: 2, other: 3 };
