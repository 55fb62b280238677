/** The shapes a code page takes on real sites. One entry each; all of them post to the same check. */
import { html, type Markup } from '../../html.ts';
import { filled } from '../../language.ts';
import type { Visit } from '../../service.ts';

export interface ShapeContext {
  readonly visit: Visit;
  /** Id of the open code step. */
  readonly step: string;
  readonly shape: string;
  readonly digits: number;
  readonly problem: Markup | null;
}

/** Ids are keys of `shapes` in the shop's words. */
export interface Shape {
  readonly id: keyof Visit['words']['shop']['shapes'];
  readonly hasHint: boolean;
  /** The page only holds a frame: the field and its links are inside. */
  readonly holdsFrame: boolean;
  readonly scripts: readonly string[];
  body(context: ShapeContext): Markup;
}

const plain = { hasHint: true, holdsFrame: false, scripts: [] } as const;

export const SHAPES: readonly Shape[] = [
  { ...plain, id: 'single', body: (context) => form(context, oneField(context, 'text')) },
  { ...plain, id: 'boxes', scripts: ['boxes'], body: (context) => boxes(context, false) },
  { ...plain, id: 'auto', scripts: ['boxes'], body: (context) => boxes(context, true) },
  { ...plain, id: 'split', body: split },
  { ...plain, id: 'late', scripts: ['late'], body: scripted },
  { ...plain, id: 'react', scripts: ['react-field'], body: scripted },
  { ...plain, id: 'frame', hasHint: false, holdsFrame: true, body: (context) => frame(context, '', null) },
  { ...plain, id: 'cross-frame', hasHint: false, holdsFrame: true, body: crossFrame },
  {
    ...plain,
    id: 'sandbox',
    hasHint: false,
    holdsFrame: true,
    body: (context) => frame(context, '', 'allow-forms allow-scripts'),
  },
  { ...plain, id: 'shadow', scripts: ['shadow'], body: (context) => shadow(context, 'open') },
  { ...plain, id: 'closed-shadow', scripts: ['shadow'], body: (context) => shadow(context, 'closed') },
  { ...plain, id: 'drawn', scripts: ['drawn'], body: drawn },
  { ...plain, id: 'number', body: (context) => form(context, oneField(context, 'number')) },
  { ...plain, id: 'tel', body: (context) => form(context, oneField(context, 'tel')) },
  { ...plain, id: 'password', body: (context) => form(context, oneField(context, 'password')) },
  { ...plain, id: 'masked', scripts: ['masked'], body: masked },
  { ...plain, id: 'bare', hasHint: false, scripts: ['bare'], body: bare },
  { ...plain, id: 'misnamed', hasHint: false, body: misnamed },
];

function form({ visit, step, shape, problem }: ShapeContext, fields: Markup): Markup {
  return html`<form method="post" action="/shop/code">${problem}
<input type="hidden" name="step" value="${step}"><input type="hidden" name="shape" value="${shape}">
${visit.isFramed ? html`<input type="hidden" name="framed" value="1">` : null}
${fields}
<button>${visit.words.shop.code.do}</button></form>`;
}

function oneField({ visit }: ShapeContext, type: 'text' | 'number' | 'tel' | 'password'): Markup {
  const label = visit.words.shop.code.label;
  const hints =
    type === 'text' ? html`inputmode="numeric" autocomplete="one-time-code"` : html`autocomplete="off"`;
  return html`<label for="otp">${label}</label><input id="otp" name="otp" type="${type}" ${hints}>`;
}

/** @param submits sends the form by itself once the last box is filled. */
function boxes(context: ShapeContext, submits: boolean): Markup {
  const { digit, label } = context.visit.words.shop.code;
  const box = (at: number) => {
    const name = filled(digit, { at, digits: context.digits });
    return html`<input name="digit" maxlength="1" inputmode="numeric" autocomplete="off" aria-label="${name}">`;
  };
  const all = Array.from({ length: context.digits }, (_, index) => box(index + 1));
  return form(
    context,
    html`<div class="boxes" role="group" aria-label="${label}" data-submits="${String(submits)}">${all}</div>`,
  );
}

/** Two fields of half a code each, as some banks have them. */
function split(context: ShapeContext): Markup {
  const { label, part } = context.visit.words.shop.code;
  const half = context.digits / 2;
  const one = (at: number) =>
    html`<input name="digit" maxlength="${half}" inputmode="numeric" autocomplete="off" aria-label="${filled(part, { at })}">`;
  return form(
    context,
    html`<div class="halves" role="group" aria-label="${label}">${one(1)} - ${one(2)}</div>`,
  );
}

function drawn(context: ShapeContext): Markup {
  const { label } = context.visit.words.shop.code;
  const cells = Array.from({ length: context.digits }, () => html`<span aria-hidden="true"></span>`);
  return form(
    context,
    html`<div class="drawn">${cells}<input name="otp" maxlength="${context.digits}" inputmode="numeric"
autocomplete="one-time-code" aria-label="${label}"></div>`,
  );
}

function masked(context: ShapeContext): Markup {
  const { label } = context.visit.words.shop.code;
  return form(
    context,
    html`<label for="otp">${label}</label><input id="otp" name="otp" inputmode="numeric" autocomplete="off"
maxlength="${context.digits + 1}" data-digits="${context.digits}">`,
  );
}

function bare(context: ShapeContext): Markup {
  const { bare: word, do: verb } = context.visit.words.shop.code;
  return html`<div class="card" data-step="${context.step}"><p>${word}</p><input>
<button type="button">${verb}</button></div>`;
}

/** A form taken over from the cash desk: whoever goes by words takes it for a voucher's. */
function misnamed(context: ShapeContext): Markup {
  const { misnamed: word } = context.visit.words.shop.code;
  return form(context, html`<label for="voucher">${word}</label><input id="voucher" name="voucher">`);
}

/** An empty root for a script, with all it needs to draw the field and send the code. */
function scripted(context: ShapeContext): Markup {
  const { label, do: verb, countdown, lateWait } = context.visit.words.shop.code;
  const page = JSON.stringify({ step: context.step, digits: context.digits, label, verb, countdown });
  return html`<div id="app" data-page="${page}"><p class="soft">${lateWait}</p></div>`;
}

function shadow(context: ShapeContext, mode: 'open' | 'closed'): Markup {
  const { label, do: verb } = context.visit.words.shop.code;
  return html`<code-field data-mode="${mode}" data-step="${context.step}" data-label="${label}" data-verb="${verb}"
></code-field>`;
}

function frame({ visit, step }: ShapeContext, origin: string, sandbox: string | null): Markup {
  const source = `${origin}/shop/code/single?step=${step}&framed=1&lang=${visit.language}`;
  const limits = sandbox === null ? null : html`sandbox="${sandbox}"`;
  return html`<iframe src="${source}" title="${visit.words.shop.code.label}" ${limits}></iframe>`;
}

/** On loopback the other name of the machine is another site; elsewhere `?frame=` names one, or a made-up one is used. */
function crossFrame(context: ShapeContext): Markup {
  const { url } = context.visit;
  const loopback = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  const otherHost = isLocal ? `${loopback}${url.port === '' ? '' : `:${url.port}`}` : 'sign-in.example.net';
  const asked = url.searchParams.get('frame');
  const host = asked !== null && /^[a-z0-9.-]+(:\d+)?$/i.test(asked) ? asked : otherHost;
  return frame(context, `${url.protocol}//${host}`, null);
}
