/** A played service whose form lives in a frame of another host of its site, as large services have it, beside a frame of somebody else. */
import type { SiteResponse } from '../site/exchange.ts';

/** Below `.com`: hosts below names that no registry hands out, as `.example`, have no site in common. */
export const FRAMED = {
  site: 'example.com',
  page: 'https://www.example.com/settings',
  hosts: ['www.example.com', 'id.example.com', 'ads.example.net'],
} as const;

const html = (body: string): SiteResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><meta charset="utf-8"><title>B特派</title>${body}`,
});

/** @returns null for what the practice site answers itself. */
export function framedAnswer(url: string, path: string, host = 'id.example.com'): SiteResponse | null {
  const { hostname } = new URL(url);
  if (url === FRAMED.page) {
    return html(`<p>Settings</p>
<iframe id="ads" src="https://ads.example.net/" width="700" height="220"></iframe>
<iframe id="form" src="https://${host}${path}" width="700" height="700"></iframe>`);
  }
  // Asked for beside the frame: the site would begin a session of its own for it.
  if (url.endsWith('/favicon.ico')) return { ...html(''), status: 404 };
  if (hostname !== 'ads.example.net') return null;
  return html(`<p role="alert">Verification failed. The code is wrong.</p>
<label>Phone number <input type="tel" id="phone" autocomplete="tel-national"></label>
<label>Verification code <input id="otp" autocomplete="one-time-code"></label>`);
}
