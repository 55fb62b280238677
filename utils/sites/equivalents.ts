/**
 * Registrable domains behind which one owner keeps one log-in. Small on purpose: each line lets a code go to more sites.
 * One owner is not enough: QQ and WeChat, Alipay and Taobao, VK and Mail.ru, Facebook and Meta, Aliyun and Alibaba Cloud keep
 * accounts apart that have second factors of their own. Most lines are in Apple's list of shared credentials too.
 */

const GROUPS: readonly (readonly string[])[] = [
  ['google.com', 'youtube.com', 'gmail.com'],
  ['microsoft.com', 'live.com', 'microsoftonline.com', 'office.com', 'outlook.com', 'azure.com'],
  ['apple.com', 'icloud.com'],
  [
    'amazon.com',
    'amazon.de',
    'amazon.co.uk',
    'amazon.fr',
    'amazon.it',
    'amazon.es',
    'amazon.co.jp',
    'amazon.ca',
    'amazon.in',
  ],
  ['ebay.com', 'ebay.de', 'ebay.co.uk', 'ebay.fr', 'ebay.it', 'ebay.es', 'ebay.com.au'],
  ['atlassian.com', 'bitbucket.org', 'trello.com'],
  ['steampowered.com', 'steamcommunity.com'],
  ['sony.com', 'playstation.com', 'sonyentertainmentnetwork.com'],
  ['facebook.com', 'messenger.com'],
  ['twitter.com', 'x.com'],
  ['paypal.com', 'paypal.me'],
  ['dropbox.com', 'getdropbox.com'],
  ['wikipedia.org', 'wikimedia.org', 'mediawiki.org', 'wikidata.org', 'wiktionary.org'],
  ['battle.net', 'blizzard.com'],
  ['epicgames.com', 'unrealengine.com'],
  ['yandex.ru', 'yandex.com', 'ya.ru'],
  ['taobao.com', 'tmall.com', '1688.com'],
];

const groupOf: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap((group, number) => group.map((domain) => [domain, number] as const)),
);

export function areEquivalent(a: string, b: string): boolean {
  const group = groupOf.get(a);
  return group !== undefined && group === groupOf.get(b);
}
