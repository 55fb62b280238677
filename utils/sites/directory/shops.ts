/** Shops, travel and things at home. */
export const SHOPS = `
amazon | Amazon, 亚马逊 | amazon.com amazon.ae amazon.ca amazon.cn amazon.co.jp amazon.co.uk amazon.com.au amazon.com.br amazon.com.mx amazon.com.tr amazon.de amazon.es amazon.fr amazon.in amazon.it amazon.nl amazon.sa amazon.se amazon.sg | totp sms passkey | www.amazon.com/gp/help/customer/display.html?nodeId=G3PWZPU52FKN7PW4 | 2fa passkeys:amazon.com
ebay | eBay, eBay.com, 易贝 | ebay.com ebay.com.au ebay.at ebay.be ebay.ca ebay.cn ebay.fr ebay.de ebay.com.hk ebay.in ebay.ie ebay.it ebay.co.jp ebay.com.my ebay.nl ebay.ph ebay.pl ebay.com.sg ebay.es ebay.ch ebay.com.tw ebay.co.uk | totp sms push passkey | www.ebay.com/help/account/protecting-account/tips-keeping-ebay-account-secure?id=4872#section2 | 2fa:ebay.com passkeys:ebay.com
aliexpress | AliExpress, 全球速卖通 | aliexpress.com aliexpress.ru | passkey | | v2fly:alibaba passkeys:aliexpress.com
lazada | Lazada, 来赞达 | lazada.com | | | 2fa
etsy | Etsy | etsy.com | totp sms | help.etsy.com/hc/en-us/articles/115015569567#h_01EZCBHFZHS7NBB4VA7NFE9YMX | 2fa:etsy.com
shopify | Shopify | shopify.com | totp sms securityKey passkey | help.shopify.com/manual/your-account/account-security/two-step-authentication | 2fa passkeys:shopify.com
bestbuy | Best Buy, 百思买 | bestbuy.com | totp sms passkey | www.bestbuy.com/site/help-topics/2-step-verification/pcmcat1561056149844.c | 2fa passkeys:bestbuy.com
newegg | Newegg, 新蛋 | newegg.com | totp sms email | kb.newegg.com/knowledge-base/2-step-verification/ | 2fa
target | Target | target.com | sms email passkey | security.target.com/FAQs | 2fa passkeys:target.com
homedepot | Home Depot, 家得宝 | homedepot.com | sms | | 2fa
walmart | Walmart, 沃尔玛 | walmart.com | passkey |  | 2fa passkeys:walmart.com
costco | Costco, 开市客 | costco.com | | | 2fa
ikea | IKEA, 宜家 | ikea.com | | | 2fa
rakuten | Rakuten, 乐天 | rakuten.com | | | 2fa
mercadolibre | Mercado Libre | mercadolibre.com | sms push | | 2fa
tokopedia | Tokopedia | tokopedia.com | totp sms | www.tokopedia.com/panduan-keamanan/fitur-keamanan-tambahan/ | 2fa
allegro | Allegro | allegro.pl | sms | allegro.pl/pomoc/dla-kupujacych/logowanie-i-haslo/dwustopniowe-logowanie-najczesciej-zadawane-pytania-dykqg9nMKSZ | 2fa
galaxus | Galaxus | galaxus.ch | totp | www.galaxus.ch/en/page/6589 | 2fa
starbucks | Starbucks, 星巴克 | starbucks.com | sms | customerservice.starbucks.com/app/answers/detail/a_id/6180 | 2fa
airbnb | Airbnb, 爱彼迎 | airbnb.com | sms email | www.airbnb.com/help/article/501 | 2fa:airbnb.com
booking | Booking.com, 缤客 | booking.com | totp sms email passkey |  | 2fa:booking.com passkeys:booking.com
vrbo | Vrbo | vrbo.com | sms | help.vrbo.com/articles/How-do-I-set-up-two-factor-authentication | 2fa
hilton | Hilton, 希尔顿, Hilton Honors | hilton.com | sms email | | 2fa
uber | Uber, 优步 | uber.com | totp sms passkey | help.uber.com/h/b8bb9152-8c91-4f49-83c4-35cf2e1dcf72 | 2fa passkeys:uber.com
lyft | Lyft | lyft.com | | | 2fa
aircanada | Air Canada, 加拿大航空 | aircanada.com | sms email | www.aircanada.com/ca/en/aco/home/customer-profile/frequently-asked-questions.html | 2fa
tesla | Tesla, 特斯拉 | tesla.com | totp | www.tesla.com/support/multi-factor-authentication | 2fa
samsung | Samsung, 三星, Samsung Account | samsung.com smartthings.com | totp sms | account.samsung.com/membership/guide/2step/ | 2fa
lenovo | Lenovo, 联想 | lenovo.com | | | 2fa
dell | Dell, 戴尔 | dell.com | | | 2fa
garmin | Garmin, 佳明 | garmin.com | sms email | support.garmin.com/en-GB/?faq=uGHS8ZqOIhA0usBzBMdJu7 | 2fa
ring | Ring | ring.com | sms email | support.ring.com/hc/en-us/articles/360039693891 | 2fa
arlo | Arlo | arlo.com | sms push email | kb.arlo.com/000062288 | 2fa
philips-hue | Philips Hue, 飞利浦秀 | philips-hue.com meethue.com | totp email | | 2fa
plex | Plex | plex.tv | totp | support.plex.tv/articles/two-factor-authentication/ | 2fa
discogs | Discogs | discogs.com | totp | support.discogs.com/hc/en-us/articles/4403461442317 | 2fa
patreon | Patreon | patreon.com | totp sms | support.patreon.com/hc/en-us/articles/206538086 | 2fa
kickstarter | Kickstarter | kickstarter.com | totp sms | help.kickstarter.com/hc/en-us/articles/115005127094 | 2fa
niconico | Niconico, ニコニコ, ニコニコ動画 | nicovideo.jp | totp email | qa.nicovideo.jp/faq/show/4500 | 2fa
yahoo-japan | Yahoo! JAPAN, Yahoo Japan, 日本雅虎 | yahoo.co.jp | sms email | id.yahoo.co.jp/security/otp.html | 2fa
t-mobile | T-Mobile | t-mobile.com | totp sms | support.t-mobile.com/docs/DOC-2727 | 2fa
verizon | Verizon, 威瑞森 | verizon.com | sms push email | www.verizon.com/support/keeping-your-account-safe-faqs/ | 2fa
att | AT&T | att.com | | | 2fa
`;
