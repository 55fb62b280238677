/** No QR code in sight: the key or the address that the page shows instead, to be looked at by the person before anything is saved. */
import type { OtpDraft } from '../../../utils/otp/draft.ts';
import { readTexts } from '../../../utils/otp/read-texts.ts';
import { shownSecrets } from '../../../utils/otp/shown-secret.ts';
import type { SetUpPage } from '../../../utils/platform/set-up-page.ts';
import { builtInDirectory } from '../../../utils/sites/directory/built-in.ts';
import type { SiteView } from '../../../utils/views.ts';

/** The first of the same secret counts: an address says more than a key alone. */
export function draftsOnPage(parts: readonly SetUpPage[], site: Pick<SiteView, 'host' | 'site'>): OtpDraft[] {
  const addresses = readTexts(parts.flatMap((part) => part.addresses)).drafts;
  const secrets = shownSecrets(parts.flatMap(({ pieces }) => pieces));
  const emails = [...new Set(parts.flatMap((part) => part.emails))];
  const [siteName = ''] = parts.map((part) => part.siteName).filter(Boolean);
  const named = readTexts(secrets).drafts.map((draft) => ({
    ...draft,
    service: builtInDirectory().serviceOf(site.host)?.name || siteName || firstLabel(site.site),
    // Of two addresses nobody can tell which one signs in.
    login: emails.length === 1 ? (emails[0] ?? '') : '',
    notices: draft.notices.filter((notice) => notice !== 'noService'),
  }));
  return [...addresses, ...named].map((draft) => ({ ...draft, notices: [...draft.notices, 'foundOnPage'] }));
}

/** A guess to be corrected: `example.co.uk` is probably called Example. */
function firstLabel(site: string): string {
  const [label = ''] = site.split('.');
  return label.charAt(0).toUpperCase() + label.slice(1);
}
