/** From a way to add to a saved account: what was read, which of it, check and save. The popup and the full page walk it alike. */
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { FaultCode } from '../../utils/fault.ts';
import type { BindDraftView } from '../../utils/views.ts';
import type { Reading } from '../state/bind.ts';
import { run } from '../state/run.ts';
import { PasteAddress } from './add-paste.tsx';
import { ReadChoice } from './add-which.tsx';
import { Scanning } from './add-working.tsx';
import { DraftForm } from './draft-form.tsx';

type Step =
  | { readonly at: 'ways' }
  | { readonly at: 'working' }
  | { readonly at: 'paste' }
  | { readonly at: 'which'; readonly reading: Reading }
  | { readonly at: 'draft'; readonly draft: BindDraftView | null; readonly of: Reading | null };

export interface WaysProps {
  readonly fault: Signal<FaultCode | null>;
  /** Does the reading and goes on with what was found; a fault stays with the ways. */
  readonly onRead: (read: () => Promise<Reading>) => void;
  /** Reads without leaving the ways. */
  readonly onFound: (reading: Reading) => void;
  readonly onPaste: () => void;
  readonly onType: () => void;
}

interface Props {
  readonly ways: ComponentType<WaysProps>;
  /** Class of what is put around the steps after the ways. */
  readonly frame?: string;
  /** Several were read: after one is saved the others are still there. */
  readonly stays?: boolean;
  /** @param accountId null after several at once. */
  readonly onDone: (accountId: string | null) => void;
}

export function AddFlow({ ways: Ways, frame, stays = false, onDone }: Props) {
  const step = useSignal<Step>({ at: 'ways' });
  const fault = useSignal<FaultCode | null>(null);
  const go = (next: Step) => {
    step.value = next;
  };
  const back = () => go({ at: 'ways' });
  const found = (reading: Reading) => {
    fault.value = null;
    go(afterReading(reading));
  };
  const read = async (work: () => Promise<Reading>) => {
    go({ at: 'working' });
    const reading = await run(work, fault);
    if (reading === undefined) back();
    else found(reading);
  };
  const now = step.value;
  if (now.at === 'ways') {
    return (
      <Ways
        fault={fault}
        onRead={(work) => void read(work)}
        onFound={found}
        onPaste={() => go({ at: 'paste' })}
        onType={() => go({ at: 'draft', draft: null, of: null })}
      />
    );
  }
  return frame === undefined ? stepAt(now) : <div class={frame}>{stepAt(now)}</div>;

  function stepAt(at: Exclude<Step, { at: 'ways' }>) {
    if (at.at === 'working') return <Scanning />;
    if (at.at === 'paste') return <PasteAddress onRead={found} onBack={back} />;
    if (at.at === 'which') {
      const pick = (draft: BindDraftView) => go({ at: 'draft', draft, of: at.reading });
      return <ReadChoice reading={at.reading} onPick={pick} onBack={back} onDone={() => onDone(null)} />;
    }
    const { of } = at;
    const isOneOfMany = of !== null && of.drafts.length > 1;
    const saved = (accountId: string) => {
      const left = of?.drafts.filter((draft) => draft !== at.draft) ?? [];
      if (stays && of !== null && left.length > 0) go({ at: 'which', reading: { ...of, drafts: left } });
      else onDone(accountId);
    };
    return (
      <DraftForm
        start={at.draft}
        onBack={isOneOfMany ? () => go({ at: 'which', reading: of }) : back}
        onSaved={saved}
      />
    );
  }
}

/** One set-up code goes straight to the form; anything else is shown first. */
function afterReading(reading: Reading): Step {
  const { drafts, sets, unread, blank } = reading;
  const [only] = drafts;
  const isPlain = sets.length === 0 && unread.length === 0 && blank.length === 0;
  return only !== undefined && drafts.length === 1 && isPlain
    ? { at: 'draft', draft: only, of: reading }
    : { at: 'which', reading };
}
