/** What goes on paper: one sheet a share, each on a page of its own. */

import { status } from '../../state/vault.ts';
import type { NewShares } from '../../state/ways-in.ts';
import { language, t } from '../../text/i18n.ts';
import { qrAddress } from './qr-address.ts';

interface Props {
  readonly made: NewShares;
  readonly threshold: number;
}

export function ShareSheets({ made, threshold }: Props) {
  const when = new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'long' }).format(Date.now());
  const count = made.shares.length;
  return (
    <>
      {made.shares.map((groups, at) => {
        const title = t('share.sheetHead', { number: at + 1, of: count });
        return (
          <section key={groups.join()} class="sheet share-sheet" aria-label={title}>
            <header>
              <strong>{title}</strong>
              <span>
                {t('share.sheetFacts', { when, fingerprint: status.value?.fingerprint ?? '', set: made.set })}
              </span>
            </header>
            <p>{t('share.sheetRule', { threshold, of: count })}</p>
            <div class="sheet-key">
              <ol class="key-groups">
                {groups.map((group) => (
                  <li key={group}>{group}</li>
                ))}
              </ol>
              <img class="sheet-qr" alt={t('share.sheetQr')} src={qrAddress(groups.join('-'))} />
            </div>
            <ol class="sheet-steps">
              <li>{t('share.sheetStep1', { threshold, set: made.set })}</li>
              <li>{t('share.sheetStep2')}</li>
              <li>{t('share.sheetStep3')}</li>
            </ol>
          </section>
        );
      })}
    </>
  );
}
