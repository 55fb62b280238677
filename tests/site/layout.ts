/** The frame around every page, and the few pieces all of them use. */
import { page, type Reply } from './exchange.ts';
import { html, type Markup, trusted } from './html.ts';
import type { Visit } from './service.ts';

/** A played service shows itself under its own name and colour. */
interface Badge {
  readonly id: string;
  readonly name: string;
  readonly home: string;
}

interface Sheet {
  readonly title: string;
  readonly content: Markup;
  /** Names of files in `assets/`, without ending. */
  readonly scripts?: readonly string[];
  /** Scripts that must run before the page is there: in the head, and not as modules. */
  readonly earlyScripts?: readonly string[];
  readonly status?: number;
  readonly badge?: Badge;
  /** The footer leads to inboxes, switches and index; below a badge it always does. */
  readonly hasWays?: boolean;
}

export function sheet(
  visit: Visit,
  {
    title,
    content,
    scripts = [],
    earlyScripts = [],
    status = 200,
    badge,
    hasWays = badge !== undefined,
  }: Sheet,
): Reply {
  const { site } = visit.words;
  const markup = html`${trusted('<!doctype html>')}
<html lang="${visit.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/site.css">
${earlyScripts.map((name) => html`<script src="/assets/${name}.js"></script>\n`)}</head>
<body${badge === undefined ? null : html` class="branded ${badge.id}"`}>
${visit.isFramed ? null : html`<header><a href="${badge?.home ?? '/'}">${badge?.name ?? site.name}</a><a href="${otherLanguage(visit)}">${site.otherLanguage}</a></header>`}
<main>
${content}
</main>
${visit.isFramed ? null : html`<footer>${site.footer}${hasWays ? practiceLinks(site) : null}</footer>`}
${scripts.map((name) => html`<script type="module" src="/assets/${name}.js"></script>\n`)}</body>
</html>`;
  return page(markup.markup, status);
}

/** Out of the played page: its own words would never name them. */
function practiceLinks({ index, inbox, mail, switches }: Visit['words']['site']): Markup {
  return html`<br><a href="/phone">${inbox}</a> · <a href="/mail">${mail}</a> · <a href="/switches">${switches}</a>
 · <a href="/index">${index.title}</a>`;
}

/**
 * Sends the browser on with a page instead of a 303: a browser's route cannot answer a redirected request, and both ways
 * of serving must behave alike.
 */
export function goOn(visit: Visit, path: string): Reply {
  const markup = html`${trusted('<!doctype html>')}
<html lang="${visit.language}"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${path}">
<title>${visit.words.site.moment}</title></head><body><a href="${path}">${visit.words.site.goOn}</a></body></html>`;
  return page(markup.markup);
}

export function failure(text: string | null): Markup | null {
  return text === null || text === '' ? null : html`<p role="alert" class="failure">${text}</p>`;
}

/** A path of this site, or the fallback: never an address elsewhere. */
export function pathWithin(path: string | null, fallback: string): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : fallback;
}

function otherLanguage({ url, language }: Visit): string {
  const other = new URLSearchParams(url.search);
  other.set('lang', language === 'en' ? 'zh-CN' : 'en');
  return `?${other}`;
}
