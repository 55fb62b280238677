/** Which site an account belongs to: known domains of its service to choose from, or a typed one. Nothing is bound by itself. */
import { useSignal } from '@preact/signals';
import type { Fault } from '../../utils/fault.ts';
import { send } from '../../utils/platform/send.ts';
import { faultText } from '../fault-text.ts';
import { loadAccounts } from '../state/accounts.ts';
import { useAnswer } from '../state/answer.ts';
import { runForm } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { Line } from './flow/fields.tsx';

/** More are other countries' names of the same service. */
const MOST_SUGGESTED = 4;

interface Props {
  readonly accountId: string;
  readonly service: string;
}

export function SiteChoice({ accountId, service }: Props) {
  const typed = useSignal('');
  const fault = useSignal<Fault | null>(null);
  const known = useAnswer(() => send('directory.suggestSites', { service }), service).value.value ?? [];
  const add = async (site: string) => {
    const added = await runForm(() => send('accounts.addSite', { accountId, site }), fault);
    if (added !== undefined) await loadAccounts();
  };
  return (
    <details class="compare site-choice">
      <summary>{t('entry.siteTitle', { service })}</summary>
      <p class="hint">{t('entry.siteText')}</p>
      {known.length > 0 && (
        <div class="step-buttons">
          {known.slice(0, MOST_SUGGESTED).map((site) => (
            <button key={site} type="button" class="button small" onClick={() => void add(site)}>
              {t('entry.siteSet', { site })}
            </button>
          ))}
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add(typed.value);
        }}
      >
        <Line
          type="text"
          label={t('entry.siteLabel')}
          value={typed}
          fault={fault.value === null ? null : faultText(fault.value.code)}
        />
        <button type="submit" class="button small" disabled={typed.value.trim() === ''}>
          {t('entry.siteDo')}
        </button>
      </form>
    </details>
  );
}
