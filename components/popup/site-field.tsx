/** The site an account will belong to, where no tab says it: suggested by the name of the service, shown before it is saved. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { send } from '../../utils/platform/send.ts';
import { faultText } from '../fault-text.ts';
import { run } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { TextField } from '../ui/text-field.tsx';

/** As in the form around it: nobody is corrected in the middle of a word. */
const PAUSE_MS = 180;

interface Props {
  readonly service: Signal<string>;
  readonly site: Signal<string>;
  readonly fault: boolean;
}

export function SiteField({ service, site, fault }: Props) {
  const suggested = useSignal<readonly string[]>([]);
  /** What we put there ourselves may be put there anew; what a person typed stays. */
  const put = useSignal('');
  useSignalEffect(() => {
    const name = service.value;
    const timer = setTimeout(async () => {
      const sites = (await run(() => send('directory.suggestSites', { service: name }))) ?? [];
      suggested.value = sites;
      if (site.peek() !== put.peek()) return;
      put.value = sites[0] ?? '';
      site.value = put.peek();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const others = suggested.value.filter((one) => one !== site.value).slice(0, 4);
  return (
    <div class="stack-tight">
      <TextField
        label={t('bind.site')}
        hint={t(put.value !== '' && site.value === put.value ? 'bind.siteSuggested' : 'bind.siteHint')}
        placeholder="example.com"
        value={site}
        fault={fault ? faultText('site/malformed') : null}
        maxLength={256}
      />
      {others.length > 0 && (
        <div class="chips">
          {others.map((one) => (
            <button key={one} type="button" class="button small" onClick={() => (site.value = one)}>
              {t('bind.siteTake', { site: one })}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
