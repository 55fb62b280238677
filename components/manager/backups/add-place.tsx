/** Adds a place for backups: which sort, what it needs, and the browser's permission. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { canPickFolders } from '../../../utils/platform/picked-folders.ts';
import { type RemoteSort, SORTS } from '../../../utils/platform/remotes/sorts.ts';
import { send } from '../../../utils/platform/send.ts';
import { run } from '../../state/run.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { ServerForm } from '../../ui/server-form.tsx';
import { ChoiceField } from '../../ui/text-field.tsx';

const OFFERED: readonly { readonly id: RemoteSort }[] = SORTS.filter(
  (sort) => !('picksFolder' in sort) || canPickFolders(),
);

export function AddPlace({ onDone }: { readonly onDone: () => void }) {
  const sort = useSignal<string>(SORTS[0].id);
  const fault = useSignal<FaultCode | null>(null);
  return (
    <section class="way-panel" aria-label={t('backups.add')}>
      <ChoiceField label={t('backups.add')} value={sort}>
        {OFFERED.map(({ id }) => (
          <option key={id} value={id}>
            {sortText(id)}
          </option>
        ))}
      </ChoiceField>
      <p class="hint">{wordsFor(`backups.about.${sort.value}`)}</p>
      <ServerForm
        key={sort.value}
        sort={sort.value}
        verb={t('backups.addDo')}
        busyVerb={t('backups.writing')}
        onCancel={onDone}
        onGiven={(settings) =>
          run(async () => {
            await send('backups.add', { sort: sort.value, settings });
            onDone();
          }, fault)
        }
      />
      <FaultNotice fault={fault.value} />
    </section>
  );
}

export const sortText = (sort: RemoteSort) => t(`backups.sort.${sort}`);
