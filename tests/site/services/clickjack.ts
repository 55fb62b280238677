/** Pages that want a click on a helper's mark from somebody who does not mean it. What each does is in `assets/clickjack.js`. */
import type { Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { sheet } from '../layout.ts';
import type { Listing, Route, Visit } from '../service.ts';

/** `open` is the honest one beside them. */
export const CLICK_TRICKS = [
  'open',
  'faint-mark',
  'faint-body',
  'faint-root',
  'faint-parent',
  'filtered-root',
  'masked-mark',
  'blended-mark',
  'large-mark',
  'zoomed-root',
  'zoomed-mark',
  'overlay',
  'cover-popover',
  'cover-again',
  'cover-until-pressed',
  'cover-hidden-root',
  'cover-dialog',
  'picture-of-page',
  'inert-until-pressed',
  'mark-to-pointer',
  'field-to-pointer',
  'scroll-to-pointer',
  'second-click',
] as const;
export type ClickTrick = (typeof CLICK_TRICKS)[number];

export const clickRoutes: readonly Route[] = [
  { method: 'GET', path: '/hostile/click', handle: list },
  ...CLICK_TRICKS.map(
    (trick): Route => ({
      method: 'GET',
      path: `/hostile/click/${trick}`,
      handle: (visit) => trickSheet(visit, trick),
    }),
  ),
];

export const clickListing: Listing = {
  path: '/hostile/click',
  title: ({ hostile }) => hostile.click.title,
  about: ({ hostile }) => hostile.click.about,
};

function list(visit: Visit): Reply {
  const { title, about, tricks } = visit.words.hostile.click;
  const lines = CLICK_TRICKS.map(
    (trick) => html`<li><a href="/hostile/click/${trick}">${tricks[trick]}</a></li>\n`,
  );
  return sheet(visit, { title, content: html`<h1>${title}</h1><p>${about}</p><ul>${lines}</ul>` });
}

function trickSheet(visit: Visit, trick: ClickTrick): Reply {
  const { tricks, lure } = visit.words.hostile.click;
  const title = tricks[trick];
  // What leaves the flow leaves its place behind: a field that moved would betray the trick.
  const content = html`<h1>${title}</h1>
<div data-trick="${trick}"><p style="height:3rem"><button type="button" id="lure" class="lure">${lure}</button></p>${field(visit)}</div>`;
  return sheet(visit, { title, content, scripts: ['received', 'clickjack'] });
}

function field({ words }: Visit): Markup {
  const { hint, label, do: verb, received } = words.hostile;
  return html`<form method="get" action="/hostile/click"><p>${hint}</p><label for="otp">${label}</label>
<input id="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6"><button type="button">${verb}</button></form>
<p id="received" data-words="${received}"></p>`;
}
