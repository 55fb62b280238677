/** The ways sites draw a QR code. One entry each. */
import { encodeQR, type QrOpts } from 'qr';
import { html, type Markup, trusted } from '../../html.ts';
import type { Words } from '../../language.ts';

interface Drawing {
  readonly uri: string;
  readonly words: Words;
  readonly host: string;
}

export interface QrVariant {
  /** A key of `qr` in the shop's words. */
  readonly id: 'plain' | 'image' | 'dark' | 'small' | 'hidpi' | 'canvas' | 'background' | 'several' | 'web';
  readonly scripts: readonly string[];
  draw(drawing: Drawing): Markup;
}

/** ISO/IEC 18004 §9.1 asks for a margin of four modules. */
const MARGIN = { border: 4 } as const;
/** Somebody else's: RFC 4226 appendix D's secret, so that no code made with it is accepted here. */
const FAMILY =
  'otpauth://totp/Copper%20Kettle:family?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Copper%20Kettle';

export const QR_VARIANTS: readonly QrVariant[] = [
  { id: 'plain', scripts: [], draw: ({ uri }) => html`<div class="qr">${svg(uri)}</div>` },
  { id: 'image', scripts: [], draw: () => html`<div class="qr"><img src="/shop/setup.gif" alt=""></div>` },
  { id: 'dark', scripts: [], draw: ({ uri }) => html`<div class="qr dark">${lightOnDark(uri)}</div>` },
  {
    id: 'small',
    scripts: [],
    draw: ({ uri }) => {
      const tight = { ecc: 'low', border: 1, scale: 2 } as const;
      return html`<div class="qr small"><img src="${gifAddress(uri, tight)}" width="75" height="75" alt=""></div>`;
    },
  },
  {
    id: 'hidpi',
    scripts: [],
    draw: ({ uri }) =>
      html`<div class="qr"><img src="${gifAddress(uri, { ...MARGIN, scale: 14 })}" width="220" height="220" alt=""></div>`,
  },
  { id: 'canvas', scripts: ['canvas-qr'], draw: ({ uri }) => html`<div class="qr">${canvas(uri)}</div>` },
  {
    id: 'background',
    scripts: [],
    draw: ({ uri }) =>
      html`<div class="qr background"><div style="background-image:url(${gifAddress(uri, { ...MARGIN, scale: 6 })})"></div></div>`,
  },
  {
    id: 'several',
    scripts: [],
    draw: ({ uri, words, host }) => {
      const { appQr, familyQr, mineQr } = words.shop.setup;
      const one = (text: string, caption: string) =>
        html`<figure><div class="qr">${svg(text)}</div><figcaption>${caption}</figcaption></figure>`;
      const all = [one(webAddress(host), appQr), one(FAMILY, familyQr), one(uri, mineQr)];
      return html`<div class="several">${all}</div>`;
    },
  },
  { id: 'web', scripts: [], draw: ({ host }) => html`<div class="qr">${svg(webAddress(host))}</div>` },
];

export function gifOf(text: string): Uint8Array {
  return encodeQR(text, 'gif', { ...MARGIN, scale: 6 });
}

function svg(text: string): Markup {
  return trusted(encodeQR(text, 'svg', MARGIN));
}

/** White modules on the dark of the page: what a site gets that only turns its colours round. */
function lightOnDark(text: string): Markup {
  return trusted(encodeQR(text, 'svg', MARGIN).replace('<path ', '<path fill="#fff" '));
}

function gifAddress(text: string, options: QrOpts): string {
  return encodeQR(text, 'data-url', options);
}

/** Modules as rows of 0 and 1, so that the page's markup does not hold the key in words. */
function canvas(text: string): Markup {
  const rows = encodeQR(text, 'raw', MARGIN).map((row) => row.map(Number).join(''));
  return html`<canvas data-rows="${rows.join(' ')}"></canvas>`;
}

function webAddress(host: string): string {
  return `https://${host}/app`;
}
