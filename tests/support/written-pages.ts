/** Pages of a test's own before those of the practice site, for what that one has no use for. */
import type { Site } from '../site/site.ts';

/** @param pages bodies by path. */
export function withPages(site: Site, pages: Readonly<Record<string, string>>): Site['answer'] {
  return async (request) => {
    const body = pages[new URL(request.url).pathname];
    if (body === undefined) return site.answer(request);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=60' };
    const head = '<!doctype html><meta charset="utf-8"><title>Sign in</title><link rel="icon" href="data:,">';
    return { status: 200, headers, body: head + body };
  };
}

const box = (name: string) => `<p><label>${name} <input name="${name}" size="3" maxlength="1"></label></p>`;

export const WRITTEN = {
  /** Six boxes that stand apart and are called a voucher's: nobody would take them for one row. */
  '/written/boxes': `<h1>Gift voucher</h1><form>${['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
    .map((at) => box(`${at} voucher`))
    .join('<hr>')}</form>`,
  '/written/frame': `<h1>Sign in</h1><iframe id="inner" width="600" height="200" src="/written/voucher"></iframe>`,
  '/written/voucher': `<form><label>Voucher number <input id="voucher"></label></form>`,
  '/written/sent': `<h1>Check your phone</h1><form><p>We sent a 6-digit code by text message to ••• •• 12.</p>
<label for="otp">Code from the text message</label><input id="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></form>`,
  '/written/code': `<h1>Two-step verification</h1><form><p>Enter the code from your authenticator app.</p>
<label for="otp">Verification code</label><input id="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></form>
<script>window.__received = []; document.getElementById('otp').addEventListener('input', ({ target }) => window.__received.push(target.value.length));</script>`,
  '/written/after': `<h1>Welcome</h1><p>Nothing to enter here.</p>`,
} as const satisfies Record<string, string>;
