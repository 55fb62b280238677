/** What the context menu or the popup handed over: read at once; where nothing is found the code is marked by hand. */
import { useEffect } from 'preact/hooks';
import type { WaysProps } from '../../popup/add-flow.tsx';
import { handed, takeHanded } from '../../state/handed.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { MarkPart } from './mark-part.tsx';

export function HandedIn({ fault, onRead }: WaysProps) {
  useEffect(() => {
    // Drawn anew after a fault: what was taken is here still.
    if (handed.peek() !== null) return;
    void run(takeHanded, fault).then((read) => {
      if (read) onRead(read);
      else if (read === null && handed.peek() === null) goTo('add');
    });
  }, [fault, onRead]);
  const view = handed.value;
  if (view === null) return null;
  return (
    <Page
      title={view.text === null ? t('add.markTitle') : t('add.paste')}
      back={{ href: linkTo('add'), label: t('add.title') }}
    >
      <div class="stack">
        <FaultNotice fault={fault.value} />
        {view.tab !== null && <MarkPart picture={view.tab} onRead={onRead} />}
      </div>
    </Page>
  );
}
