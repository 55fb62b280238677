/** Banks and payment networks of mainland China. They sign in with apps and tokens of their own: no tool fills those. */
export const BANKS_CN = `
icbc | ICBC, 工商银行, 中国工商银行 | icbc.com.cn | | | v2fly:icbc
ccb | CCB, 建设银行, 中国建设银行, China Construction Bank | ccb.com | | | v2fly:category-bank-cn
abc-china | ABC, 农业银行, 中国农业银行, Agricultural Bank of China | abchina.com | | | v2fly:category-bank-cn
boc | Bank of China, 中国银行, BOC | boc.cn bankofchina.com | | | v2fly:boc
bochk | Bank of China (Hong Kong), 中银香港 | bochk.com | | www.bochk.com/en/security/2factorauthentication.html | 2fa
bankcomm | Bank of Communications, 交通银行 | bankcomm.com | | | v2fly:category-bank-cn
psbc | Postal Savings Bank of China, 邮储银行, 中国邮政储蓄银行, PSBC | psbc.com | | | v2fly:category-bank-cn
cmb | CMB, 招商银行, China Merchants Bank | cmbchina.com | | | v2fly:cmb
cib | Industrial Bank, 兴业银行, CIB | cib.com.cn | | | v2fly:category-bank-cn
cmbc | China Minsheng Bank, 民生银行, 中国民生银行, CMBC | cmbc.com.cn | | | v2fly:category-bank-cn
spdb | SPD Bank, 浦发银行, 上海浦东发展银行 | spdb.com.cn | | | v2fly:category-bank-cn
cgb | China Guangfa Bank, 广发银行, CGB | cgbchina.com | | | v2fly:category-bank-cn
ceb | China Everbright Bank, 光大银行, 中国光大银行 | cebbank.com | | | v2fly:geolocation-cn
hxb | Hua Xia Bank, 华夏银行 | hxb.com.cn | | | v2fly:category-bank-cn
pingan | Ping An, 平安, 平安银行, 中国平安 | pingan.com | | | v2fly:geolocation-cn
bob | Bank of Beijing, 北京银行 | bankofbeijing.com.cn | | | v2fly:category-bank-cn
bosc | Bank of Shanghai, 上海银行 | bosc.cn | | | v2fly:category-bank-cn
njcb | Bank of Nanjing, 南京银行 | njcb.com.cn | | | v2fly:category-bank-cn
unionpay | UnionPay, 银联, 中国银联, 云闪付 | unionpay.com 95516.com unionpayintl.com | | | v2fly:unionpay
lufax | Lufax, 陆金所 | lu.com lufax.com | | | v2fly:geolocation-cn
`;
