/** What a walk did so far, said plainly: each change of a way in, with when. */
import type { FlowRunView } from '../../../utils/views.ts';
import { changeText } from '../../journal-text.ts';
import { t } from '../../text/i18n.ts';
import { momentText } from '../../time-text.ts';
import { Block } from '../page.tsx';

export function Deeds({ run }: { readonly run: FlowRunView }) {
  const changes = run.deeds.flatMap(({ changes: made, atMs, step }) =>
    made.map((change, n) => ({ key: `${step} ${atMs} ${n}`, change, atMs })),
  );
  return (
    <Block title={t('flow.ui.doneSoFar')}>
      {changes.length === 0 ? (
        <p class="hint">{t('flow.ui.nothingYet')}</p>
      ) : (
        <ul class="facts">
          {changes.map(({ key, change, atMs }) => (
            <li key={key}>
              <span>{changeText(change)}</span>
              <span>{momentText(atMs)}</span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
