/** Adding on the full page: pictures, the camera, text, by hand. What was read then goes the same way as in the popup. */
import { useSignalEffect } from '@preact/signals';
import { Camera, ClipboardPaste, Keyboard } from 'lucide-preact';
import { useEffect, useMemo } from 'preact/hooks';
import { Way } from '../../popup/add.tsx';
import { AddFlow, type WaysProps } from '../../popup/add-flow.tsx';
import { WaitingSets } from '../../popup/add-sets.tsx';
import { scanPictures } from '../../state/bind.ts';
import { handed } from '../../state/handed.ts';
import { goTo, linkTo, route } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { CameraScan } from './camera-scan.tsx';
import { HandedIn } from './handed-in.tsx';
import { Pictures } from './pictures.tsx';

const done = (accountId: string | null) =>
  accountId === null ? goTo('accounts') : goTo('accounts', accountId);

export function AddSection() {
  // A picture of a page may show a secret: it is not kept longer than it is looked at.
  useEffect(() => () => (handed.value = null), []);
  return <AddFlow ways={Ways} frame="gate-card add-card" stays onDone={done} />;
}

function Ways(props: WaysProps) {
  const [way] = route.value.rest;
  if (way === 'camera') return <ByCamera {...props} />;
  return way === 'handed' ? <HandedIn {...props} /> : <All {...props} />;
}

function ByCamera({ onFound }: WaysProps) {
  const back = { href: linkTo('add'), label: t('add.title') };
  return (
    <Page key="camera" title={t('add.camera')} back={back}>
      <CameraScan onFound={onFound} />
    </Page>
  );
}

function All({ fault, onRead, onFound, onPaste, onType }: WaysProps) {
  const read = useMemo(
    () => (pictures: readonly File[]) => {
      if (pictures.length > 0) onRead(() => scanPictures(pictures));
    },
    [onRead],
  );
  useSignalEffect(() => {
    const paste = (event: ClipboardEvent) => read([...(event.clipboardData?.files ?? [])]);
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
  return (
    <Page key="all" title={t('add.title')} lead={t('add.lead')}>
      <div class="stack">
        <FaultNotice fault={fault.value} />
        <WaitingSets onOpen={onFound} />
        <Pictures onPictures={read} />
      </div>
      <div class="add-ways">
        <Way
          icon={<Camera size={20} />}
          title={t('add.camera')}
          text={t('add.cameraText')}
          onPick={() => goTo('add', 'camera')}
        />
        <Way
          icon={<ClipboardPaste size={20} />}
          title={t('add.paste')}
          text={t('add.pasteText')}
          onPick={onPaste}
        />
        <Way icon={<Keyboard size={20} />} title={t('add.type')} text={t('add.typeText')} onPick={onType} />
      </div>
    </Page>
  );
}
