/** Adding on the full page: pictures, the camera, text, by hand. What was read then goes the same way as in the popup. */
import { Camera, ClipboardPaste, ImageUp, Keyboard } from 'lucide-preact';
import { useCallback, useEffect } from 'preact/hooks';
import { Way } from '../../popup/add.tsx';
import { AddFlow, type WaysProps } from '../../popup/add-flow.tsx';
import { WaitingSets } from '../../popup/add-sets.tsx';
import { readText, scanPictures } from '../../state/bind.ts';
import { handed } from '../../state/handed.ts';
import { goTo, linkTo, route } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { CameraScan } from './camera-scan.tsx';
import { HandedIn } from './handed-in.tsx';

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
  const scan = useCallback((pictures: readonly File[]) => onRead(() => scanPictures(pictures)), [onRead]);
  const readPasted = useCallback((text: string) => onRead(() => readText(text)), [onRead]);
  return (
    <Page key="all" title={t('add.title')} lead={t('add.lead')}>
      <div class="stack">
        <FaultNotice fault={fault.value} />
        <WaitingSets onOpen={onFound} />
        <DropZone
          icon={<ImageUp size={34} aria-hidden="true" />}
          title={t('add.drop')}
          hint={t('add.dropText')}
          choose={t('add.choose')}
          accept="image/*"
          onFiles={scan}
          onText={readPasted}
        />
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
