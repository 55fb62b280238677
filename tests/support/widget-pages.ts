/** Serves the built widget pages around the practice site: its server opens the code step and checks what they send. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteRequest, SiteResponse } from '../site/exchange.ts';
import { html, trusted } from '../site/html.ts';
import type { Site } from '../site/site.ts';
import { WIDGETS, type Widget } from './widget-list.ts';

const STYLE = `body { font: 16px sans-serif; margin: 2rem } .box { width: 2.5rem; height: 2.5rem; text-align: center }
input.box, span.box { display: inline-block; box-sizing: border-box; border: 1px solid; margin: 0 2px; vertical-align: top }
form { max-width: 26rem } [data-part=text], [data-pc-name=pcinputtext] { width: 2.5rem; box-sizing: border-box }
.slots { display: flex } .slot { width: 2.5rem; height: 2.5rem; border: 1px solid } .fading { animation: fade 0.3s }
dialog { position: static } @keyframes fade { from { opacity: 0 } }`;

/** @param folder where `tests/tools/build-widgets.ts` put the scripts. */
export function withWidgets(site: Site, folder: string): Site['answer'] {
  return async (request) => {
    const url = new URL(request.url);
    const script = /^\/widgets\/built\/([\w-]+\.js)$/.exec(url.pathname)?.[1];
    if (script !== undefined) return scriptReply(join(folder, script));
    const widget = WIDGETS.find(({ id }) => url.pathname === `/widgets/${id}`);
    return widget === undefined ? site.answer(request) : widgetReply(site, request, widget);
  };
}

async function scriptReply(path: string): Promise<SiteResponse> {
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=600' };
  return { status: 200, headers, body: await readFile(path) };
}

/** The code step is the site's own, as its plainest page opens it. */
async function widgetReply(site: Site, request: SiteRequest, widget: Widget): Promise<SiteResponse> {
  const url = new URL(request.url);
  const opened = await site.answer({ ...request, url: `${url.origin}/shop/code/single${url.search}` });
  const step = /name="step" value="([^"]+)"/.exec(String(opened.body))?.[1];
  if (step === undefined) throw new Error('The practice site opened no code step.');
  return { ...opened, body: pageOf(widget, step) };
}

/** Fields around the widget are there to go astray in; the page counts whatever happens to them. */
function pageOf({ id, label }: Widget, step: string): string {
  const data = JSON.stringify({ step, digits: 6, label });
  return html`${trusted('<!doctype html>')}<html lang="en"><head><meta charset="utf-8"><title>Sign in</title>
<link rel="icon" href="data:,"><style>${trusted(STYLE)}</style></head><body>
<header><input type="search" name="q" placeholder="Search the shop" data-stray></header>
<main><h1>Two-step verification</h1>
<form id="form"><div id="app" data-page="${data}"></div><p><button id="verify">Verify</button></p></form>
<p id="answer" role="status"></p></main>
<footer><label>Newsletter <input name="email" type="text" placeholder="you@example.com" data-stray></label></footer>
<script type="module" src="/widgets/built/${id}.js"></script></body></html>`.markup;
}
