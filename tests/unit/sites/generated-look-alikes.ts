/** Made-up names that want to be taken for a well-known one: every way in which such names are made, by reason and not by list. */

/** Sites people have second factors at, as registrable domains. */
export const WELL_KNOWN: readonly string[] =
  `google.com microsoft.com apple.com amazon.com facebook.com instagram.com
twitter.com linkedin.com github.com gitlab.com codeberg.org atlassian.com dropbox.com slack.com discord.com reddit.com
twitch.tv steampowered.com epicgames.com playstation.com nintendo.com blizzard.com roblox.com ubisoft.com paypal.com stripe.com
coinbase.com binance.com kraken.com bitfinex.com robinhood.com revolut.com wise.com monzo.com chase.com wellsfargo.com
bankofamerica.com citibank.com barclays.co.uk hsbc.co.uk lloydsbank.com santander.co.uk ing.com deutsche-bank.de commerzbank.de
sparkasse.de postbank.de bnpparibas.com societegenerale.fr credit-agricole.fr unicredit.it intesasanpaolo.com bbva.es
caixabank.es rabobank.nl abnamro.nl nordea.com danskebank.dk swedbank.se alibaba.com taobao.com alipay.com weibo.com douyin.com
bilibili.com zhihu.com baidu.com jd.com meituan.com dingtalk.com feishu.cn rakuten.co.jp yahoo.co.jp mercari.com naver.com
kakao.com coupang.com flipkart.com mercadolibre.com booking.com airbnb.com uber.com netflix.com spotify.com adobe.com
salesforce.com asana.com shopify.com wordpress.com godaddy.com namecheap.com cloudflare.com digitalocean.com heroku.com
hetzner.com ovhcloud.com fastmail.com proton.me tutanota.com bitwarden.com lastpass.com evernote.com notion.so figma.com`.split(
    /\s+/,
  );

export type Trick =
  | 'letter dropped'
  | 'letter doubled'
  | 'letter put in'
  | 'letter replaced'
  | 'neighbours swapped'
  | 'letter of another alphabet'
  | 'letter with a mark'
  | 'digit for a letter'
  | 'two letters for one'
  | 'hyphen put in'
  | 'word put on'
  | 'another ending'
  | 'name as a sub-domain'
  | 'name as a piece of a sub-domain'
  | 'name before a shared ending';

export interface LookAlike {
  readonly trick: Trick;
  readonly of: string;
  readonly url: string;
}

/**
 * Letters that are drawn with the same strokes in most typefaces. Cyrillic took its а е о р с у х from Greek, as Latin did; і ј ѕ
 * are its own letters of the same shape; һ ԁ ԛ ԝ serve other languages. Greek ο ν, Armenian օ ս ո հ.
 */
const SAME_SHAPE: Readonly<Record<string, string>> = {
  a: 'аɑ',
  c: 'с',
  d: 'ԁ',
  e: 'е',
  g: 'ɡ',
  h: 'һհ',
  i: 'іı',
  j: 'ј',
  l: 'ӏ',
  n: 'ո',
  o: 'оοօ',
  p: 'р',
  q: 'ԛ',
  s: 'ѕ',
  u: 'ս',
  v: 'ν',
  w: 'ԝ',
  x: 'х',
  y: 'у',
};
/** Marks above and below that are lost at the size of an address bar: dot below, acute, diaeresis, cedilla, caron, ogonek. */
const MARKS = '\u0323\u0301\u0308\u0327\u030C\u0328';
const DIGITS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', s: '5', z: '2' };
const PAIRS: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['w', 'vv'],
  ['d', 'cl'],
];
const ENDINGS = 'co cm net org info xyz top app online shop site io cc vip'.split(' ');
const WORDS = 'login secure account verify support signin auth my online help'.split(' ');
const STRANGERS = ['evil.io', 'host-4711.net', 'secure-check.org', 'account-update.top'];
/** Neighbours of strangers, one customer a name: public suffixes of the private sort. */
const SHARED = ['github.io', 'pages.dev', 'vercel.app', 'netlify.app', 'web.app', 'herokuapp.com'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A small generator of fixed sequence (mulberry32), so that a failure can be seen again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Make = (label: string, rest: string, pick: Pick) => string | null;
type Pick = <T>(from: ArrayLike<T>) => T;

const inside = (label: string, pick: Pick) => pick([...label].map((_, at) => at));
const spliced = (label: string, at: number, drop: number, put: string) =>
  label.slice(0, at) + put + label.slice(at + drop);

/** One letter for which this table has another one. */
function swapped(label: string, pick: Pick, table: Readonly<Record<string, string>>): string | null {
  const places = [...label].flatMap((letter, at) => (letter in table ? [at] : []));
  if (places.length === 0) return null;
  const at = pick(places);
  return spliced(label, at, 1, pick([...(table[label[at] ?? ''] ?? '')]));
}

const TRICKS: Readonly<Record<Trick, Make>> = {
  'letter dropped': (label, rest, pick) => `${spliced(label, inside(label, pick), 1, '')}.${rest}`,
  'letter doubled': (label, rest, pick) => {
    const at = inside(label, pick);
    return `${spliced(label, at, 0, label[at] ?? '')}.${rest}`;
  },
  'letter put in': (label, rest, pick) => `${spliced(label, inside(label, pick), 0, pick(LETTERS))}.${rest}`,
  'letter replaced': (label, rest, pick) =>
    `${spliced(label, inside(label, pick), 1, pick(LETTERS))}.${rest}`,
  'neighbours swapped': (label, rest, pick) => {
    const at = pick([...label.slice(1)].map((_, place) => place));
    return `${spliced(label, at, 2, `${label[at + 1]}${label[at]}`)}.${rest}`;
  },
  'letter of another alphabet': (label, rest, pick) => {
    const name = swapped(label, pick, SAME_SHAPE);
    return name === null ? null : `${name}.${rest}`;
  },
  'letter with a mark': (label, rest, pick) => {
    const at = inside(label, pick);
    return /[a-z]/.test(label[at] ?? '') ? `${spliced(label, at + 1, 0, pick(MARKS))}.${rest}` : null;
  },
  'digit for a letter': (label, rest, pick) => {
    const name = swapped(label, pick, DIGITS);
    return name === null ? null : `${name}.${rest}`;
  },
  'two letters for one': (label, rest) => {
    const pair = PAIRS.find(([one]) => label.includes(one));
    return pair === undefined ? null : `${label.replace(...pair)}.${rest}`;
  },
  'hyphen put in': (label, rest, pick) => {
    const at = pick([...label.slice(1)].map((_, place) => place + 1));
    return `${spliced(label, at, 0, '-')}.${rest}`;
  },
  'word put on': (label, rest, pick) =>
    pick([`${label}-${pick(WORDS)}.${rest}`, `${pick(WORDS)}-${label}.${rest}`]),
  'another ending': (label, _rest, pick) => `${label}.${pick(ENDINGS)}`,
  'name as a sub-domain': (label, rest, pick) => `${label}.${rest}.${pick(STRANGERS)}`,
  'name as a piece of a sub-domain': (label, _rest, pick) => `${pick(WORDS)}-${label}.${pick(STRANGERS)}`,
  'name before a shared ending': (label, _rest, pick) => `${label}.${pick(SHARED)}`,
};

/** @returns look-alikes in the order of the tricks, over and over, all different; names that a browser refuses are left out. */
export function generateLookAlikes(count: number, seed: number): LookAlike[] {
  const next = numbers(seed);
  const pick: Pick = (from) => from[Math.floor(next() * from.length)] as never;
  const tricks = Object.keys(TRICKS) as Trick[];
  const made = new Map<string, LookAlike>();
  for (let turn = 0; made.size < count; turn += 1) {
    const trick = tricks[turn % tricks.length] as Trick;
    const of = pick(WELL_KNOWN);
    const dot = of.indexOf('.');
    const host = TRICKS[trick](of.slice(0, dot), of.slice(dot + 1), pick);
    const url = host === null ? null : browserUrl(host);
    if (url !== null && !made.has(url)) made.set(url, { trick, of, url });
  }
  return [...made.values()];
}

/** As the address bar would have it: punycode, lower case. Null for no address at all. */
function browserUrl(host: string): string | null {
  return URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`).href : null;
}
