/** Adds an account: scan, paste or type; then check and save. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { ChevronRight, ClipboardPaste, FileImage, Keyboard, ScanQrCode } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Fault, FaultCode } from '../../utils/fault.ts';
import { openInTab } from '../../utils/platform/popup-window.ts';
import type { BindDraftView } from '../../utils/views.ts';
import { type Read, scanPage } from '../state/bind.ts';
import { run } from '../state/run.ts';
import { showList } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { Tally } from '../ui/tally.tsx';
import { PasteAddress } from './add-paste.tsx';
import { ReadChoice } from './add-which.tsx';
import { DraftForm } from './draft-form.tsx';

export type Step =
  | { readonly at: 'ways' }
  | { readonly at: 'scanning' }
  | { readonly at: 'paste' }
  | { readonly at: 'which'; readonly read: readonly Read[] }
  | { readonly at: 'draft'; readonly draft: BindDraftView | null };

export function Add({ scan }: { readonly scan: boolean }) {
  const step = useSignal<Step>({ at: 'ways' });
  const fault = useSignal<FaultCode | null>(null);
  const go = (next: Step) => {
    step.value = next;
  };
  const scanNow = async () => {
    go({ at: 'scanning' });
    const read = await run(scanPage, fault);
    if (read === undefined) go({ at: 'ways' });
    else go(afterReading(read, fault));
  };
  useSignalEffect(() => {
    if (scan) void scanNow();
  });
  const now = step.value;
  const back = () => go({ at: 'ways' });
  if (now.at === 'paste')
    return <PasteAddress onRead={(drafts) => go(afterReading(drafts, fault))} onBack={back} />;
  if (now.at === 'which')
    return <ReadChoice read={now.read} onPick={(draft) => go({ at: 'draft', draft })} onBack={back} />;
  if (now.at === 'draft') return <DraftForm start={now.draft} onBack={back} />;
  return (
    <Screen title={t('bind.title')} onBack={now.at === 'scanning' ? null : showList}>
      {now.at === 'scanning' ? (
        <Scanning />
      ) : (
        <Ways
          fault={fault.value}
          onScan={() => void scanNow()}
          onPaste={() => go({ at: 'paste' })}
          onType={() => go({ at: 'draft', draft: null })}
        />
      )}
    </Screen>
  );
}

/** One set-up code goes straight to the form; anything else is shown first. */
export function afterReading(read: readonly Read[], fault: { value: Fault['code'] | null }): Step {
  const [only] = read;
  if (only === undefined) {
    fault.value = 'scan/nothing-found';
    return { at: 'ways' };
  }
  return read.length === 1 && only.sort === 'draft'
    ? { at: 'draft', draft: only.draft }
    : { at: 'which', read };
}

function Scanning() {
  return (
    <div class="working" role="status">
      <Tally state="apart" size="large" />
      <p>{t('bind.scanning')}</p>
    </div>
  );
}

interface WaysProps {
  readonly fault: FaultCode | null;
  readonly onScan: () => void;
  readonly onPaste: () => void;
  readonly onType: () => void;
}

function Ways({ fault, onScan, onPaste, onType }: WaysProps) {
  return (
    <div class="choices">
      {fault === 'scan/nothing-found' ? <NothingSeen /> : <FaultNotice fault={fault} />}
      <Way
        main
        icon={<ScanQrCode size={22} />}
        title={fault === null ? t('bind.scan') : t('bind.again')}
        text={t('bind.scanText')}
        onPick={onScan}
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
        onPick={() => void run(() => openInTab('image'))}
      />
    </div>
  );
}

function NothingSeen() {
  return (
    <div class="notice notice-warning" role="alert">
      <ScanQrCode size={16} aria-hidden="true" />
      <div class="notice-text">
        <strong>{t('bind.nothingTitle')}</strong>
        <br />
        {t('bind.nothingText')}
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

function Way({ main, icon, title, text, onPick }: WayProps) {
  return (
    <button type="button" class={main ? 'choice main' : 'choice'} onClick={onPick}>
      {icon}
      <span class="choice-title">{title}</span>
      <span class="hint">{text}</span>
      <ChevronRight size={16} aria-hidden="true" />
    </button>
  );
}
