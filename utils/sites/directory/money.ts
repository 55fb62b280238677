/** Money outside mainland China: payments, banks, brokers, exchanges. */
export const MONEY = `
paypal | PayPal, PayPal.com, 贝宝 | paypal.com | totp sms passkey | www.paypal.com/us/smarthelp/article/faq4057 | 2fa passkeys:paypal.com
stripe | Stripe | stripe.com | totp sms securityKey | support.stripe.com/questions/how-do-i-enable-two-step-verification | 2fa passkeys:stripe.com
square | Square | squareup.com | totp sms | squareup.com/help/us/en/article/5593 | 2fa
cash-app | Cash App, Square Cash | cash.app | email | cash.app/help/en/en-us/3127 | 2fa
venmo | Venmo | venmo.com | sms | help.venmo.com/hc/en-us/articles/217532397 | 2fa
wise | Wise, TransferWise | wise.com | sms push passkey | wise.com/help/12/managing-your-profile/2932125 | 2fa passkeys:wise.com
payoneer | Payoneer, 派安盈 | payoneer.com | sms | | 2fa
skrill | Skrill | skrill.com | totp sms push email | www.skrill.com/en-us/support#/path/ACCOUNT/Two-Factor-Authentication/905782552/Two-Factor-Authentication-2FA.htm | 2fa
neteller | NETELLER | neteller.com | totp | www.neteller.com/en/support#/path/ACCOUNT/Two-Factor-Authentication/85238429 | 2fa
adyen | Adyen | adyen.com | totp | docs.adyen.com/account/two-factor-authentication | 2fa
plaid | Plaid | plaid.com | totp sms | plaid.com/docs/account/security/#two-factor-authentication | 2fa
turbotax | Intuit TurboTax, TurboTax, Intuit | intuit.com | totp sms | ttlc.intuit.com/questions/2902682 | 2fa
westernunion | Western Union, 西联汇款 | westernunion.com | sms push | | 2fa
chase | Chase, JPMorgan Chase, 大通银行 | chase.com | sms email passkey |  | 2fa passkeys:chase.com
bofa | Bank of America, 美国银行 | bankofamerica.com | sms email securityKey | www.bankofamerica.com/security-center/online-banking/ | 2fa
wellsfargo | Wells Fargo, 富国银行 | wellsfargo.com | sms | www.wellsfargo.com/privacy-security/advanced-access | 2fa
citibank | Citibank, 花旗银行, Citi | citi.com | sms | online.citi.com/JRS/pands/detail.do?ID=SecurityCenter&section=security_tools | 2fa
capitalone | Capital One | capitalone.com | sms push email | www.capitalone.com/identity-protection/swiftid/ | 2fa
usbank | U.S. Bank | usbank.com | sms | | 2fa
hsbc | HSBC, 汇丰, 汇丰银行 | hsbc.com | push | | 2fa
dbs | DBS, 星展银行 | dbs.com.sg | | www.dbs.com.sg/personal/deposits/security-and-you/we-protect-you.page#slideToN10051 | 2fa
barclays | Barclays, 巴克莱 | barclays.co.uk | push | www.barclays.co.uk/ways-to-bank/online-banking/pinsentry-guide/ | 2fa
lloyds | Lloyds Bank | lloydsbank.com | sms push | www.lloydsbank.com/online-banking/changes-to-internet-banking.asp | 2fa
n26 | N26 | n26.com | sms push | support.n26.com/en-eu/security/passwords-and-codes/how-to-log-in-with-two-factor-authentication | 2fa
deutsche-bank | Deutsche Bank, 德意志银行 | deutsche-bank.de | sms push | www.deutsche-bank.de/pk/lp/psd2.html | 2fa
commerzbank | Commerzbank | commerzbank.de | sms push | www.commerzbank.de/portal/de/privatkunden/konten-karten/wissen/zahlungsverkehr-organisieren/psd2.html | 2fa
ubs | UBS, 瑞银 | ubs.com | push | www.ubs.com/ch/en/help/e-banking/process.html | 2fa
fidelity | Fidelity, 富达 | fidelity.com | sms push | www.fidelity.com/security/how-two-factor-authentication-works | 2fa
schwab | Charles Schwab, Schwab, 嘉信理财 | schwab.com | sms push | www.schwab.com/help/two-factor-authentication | 2fa
vanguard | Vanguard, 先锋领航 | vanguard.com | sms | investor.vanguard.com/security/security-keys | 2fa
etrade | E*TRADE | etrade.com | push | us.etrade.com/security-center/securityid | 2fa
robinhood | Robinhood, 罗宾汉 | robinhood.com | totp sms passkey | support.robinhood.com/hc/en-us/articles/360001213783 | 2fa passkeys:robinhood.com
interactivebrokers | Interactive Brokers, 盈透证券, IBKR | interactivebrokers.com | sms push | www.interactivebrokers.com/en/index.php?f=ibgStrength&p=log | 2fa
etoro | eToro | etoro.com | sms | www.etoro.com/en-us/customer-service/help/1281239912/- | 2fa
trading212 | Trading 212 | trading212.com | totp | helpcentre.trading212.com/hc/en-us/articles/360012452237 | 2fa
binance | Binance, 币安 | binance.com | totp sms securityKey passkey | www.binance.com/en/support/faq/c-1?navId=1#11 | 2fa:binance.com passkeys:binance.com
coinbase | Coinbase | coinbase.com | totp sms securityKey passkey | help.coinbase.com/en/coinbase/getting-started/verify-my-account/how-do-i-set-up-2-factor-authentication | 2fa passkeys:coinbase.com
kraken | Kraken | kraken.com | totp securityKey | support.kraken.com/hc/en-us/articles/360000426923 | 2fa passkeys:kraken.com
okx | OKX, 欧易, OKEx | okex.com | totp sms | www.okex.com/support/hc/en-us/articles/360000350271 | 2fa
huobi | Huobi, 火币, HTX | huobi.com | totp sms email | | 2fa
gate | Gate.io, 芝麻开门 | gate.io | totp sms email | www.gate.io/help/question/16445 | 2fa
bybit | Bybit | bybit.com | totp sms email | help.bybit.com/hc/en-us/articles/360039748653 | 2fa
bitfinex | Bitfinex | bitfinex.com | totp securityKey | support.bitfinex.com/hc/en-us/sections/900000097443 | 2fa
bitstamp | Bitstamp | bitstamp.net | totp | www.bitstamp.net/faq/what-is-two-factor-authentication | 2fa
gemini-exchange | Gemini Exchange | gemini.com | sms push securityKey |  | 2fa passkeys:gemini.com
crypto-com | Crypto.com | crypto.com | totp | help.crypto.com/en/articles/3511439 | 2fa
poloniex | Poloniex | poloniex.com | totp | support.poloniex.com/hc/en-us/articles/360040016513 | 2fa
`;
