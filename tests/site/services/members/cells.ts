/** Rows that lead on, as on the settings pages of a phone. */
import { html, type Markup } from '../../html.ts';
import type { Visit } from '../../service.ts';
import type { Brand } from './brand.ts';

export type Cell = readonly [path: string, label: string, value?: string];

export function cells(rows: readonly Cell[]): Markup {
  return html`<ul class="cells">${rows.map(
    ([path, label, value]) =>
      html`<li><a href="${path}">${label}</a>${value === undefined ? null : html`<span class="soft">${value}</span>`}</li>`,
  )}</ul>`;
}

/** The rows every service has. */
export function safetyCells({ words }: Visit, { home }: Brand): readonly Cell[] {
  const { newPassword, activity, freeze } = words.members;
  return [
    [`${home}/password`, newPassword.title],
    [`${home}/activity`, activity.title],
    [`${home}/freeze`, freeze.title],
  ];
}

export function signOutForm({ words }: Visit, { home }: Brand): Markup {
  return html`<form class="bare" method="post" action="${home}/sign-out"><button class="quiet">${words.members.signIn.signOut}</button></form>`;
}
