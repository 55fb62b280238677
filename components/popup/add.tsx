/** The ways to add an account that the popup has: this page, a pasted text, by hand; the rest is on the full page. */
import { useSignalEffect } from '@preact/signals';
import {
  Camera,
  ChevronRight,
  ClipboardPaste,
  FileImage,
  Keyboard,
  ScanQrCode,
  SquareDashedMousePointer,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { openManager } from '../../utils/platform/popup-window.ts';
import { scanPage } from '../state/bind.ts';
import { markOnPicture } from '../state/handed.ts';
import { run } from '../state/run.ts';
import { showList } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { AddFlow, type WaysProps } from './add-flow.tsx';
import { WaitingSets } from './add-sets.tsx';

export function Add({ scan }: { readonly scan: boolean }) {
  return <AddFlow ways={scan ? ScanFirst : Ways} onDone={showList} />;
}

function ScanFirst(props: WaysProps) {
  useSignalEffect(() => {
    // Once: a fault brings the ways back, with the choice to try again.
    if (props.fault.peek() === null) props.onRead(scanPage);
  });
  return <Ways {...props} />;
}

function Ways({ fault, onRead, onFound, onPaste, onType }: WaysProps) {
  const failed = fault.value;
  return (
    <Screen title={t('bind.title')}>
      <div class="choices">
        {failed === 'scan/nothing-found' ? <NothingSeen fault={fault} /> : <FaultNotice fault={failed} />}
        <WaitingSets onOpen={onFound} />
        <Way
          main
          icon={<ScanQrCode size={22} />}
          title={failed === null ? t('bind.scan') : t('bind.again')}
          text={t('bind.scanText')}
          onPick={() => onRead(scanPage)}
        />
        <Way
          icon={<ClipboardPaste size={20} />}
          title={t('bind.paste')}
          text={t('bind.pasteText')}
          onPick={onPaste}
        />
        <Way icon={<Keyboard size={20} />} title={t('bind.type')} text={t('bind.typeText')} onPick={onType} />
        <Way
          icon={<FileImage size={20} />}
          title={t('bind.image')}
          text={t('bind.imageText')}
          onPick={() => void run(() => openManager('add'))}
        />
        <Way
          icon={<Camera size={20} />}
          title={t('bind.camera')}
          text={t('bind.cameraText')}
          onPick={() => void run(() => openManager('add/camera'))}
        />
      </div>
    </Screen>
  );
}

function NothingSeen({ fault }: Pick<WaysProps, 'fault'>) {
  return (
    <div class="notice notice-warning" role="alert">
      <ScanQrCode size={16} aria-hidden="true" />
      <div class="notice-text">
        <strong>{t('bind.nothingTitle')}</strong>
        <br />
        {t('bind.nothingText')}
        <br />
        <button type="button" class="button small" onClick={() => void run(markOnPicture, fault)}>
          <SquareDashedMousePointer size={14} aria-hidden="true" />
          {t('bind.mark')}
        </button>
      </div>
    </div>
  );
}

interface WayProps {
  readonly main?: boolean;
  readonly icon: ComponentChildren;
  readonly title: string;
  readonly text: string;
  readonly onPick: () => void;
}

export function Way({ main, icon, title, text, onPick }: WayProps) {
  return (
    <button type="button" class={main ? 'choice main' : 'choice'} onClick={onPick}>
      {icon}
      <span class="choice-title">{title}</span>
      <span class="hint">{text}</span>
      <ChevronRight size={16} aria-hidden="true" />
    </button>
  );
}
