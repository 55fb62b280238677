/** Shares of a recovery key, one after another, until there are enough. A sheet that does not belong is named. */
import { type Signal, useSignal } from '@preact/signals';
import { Check, X } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import { shareMisread } from '../recovery-text.ts';
import { run } from '../state/run.ts';
import { joinShares, type NewRecoveryKey, readShare, type ShareFacts } from '../state/ways-in.ts';
import { t } from '../text/i18n.ts';
import { IconButton } from './icon-button.tsx';
import { FaultNotice } from './notice.tsx';
import { QrReader } from './qr-reader.tsx';

interface Taken {
  readonly text: string;
  readonly facts: ShareFacts;
}

interface Props {
  /** A share that was given already. */
  readonly first?: string | undefined;
  readonly onJoined: (key: NewRecoveryKey) => void;
  readonly onTab?: (() => void) | undefined;
}

export function ShareEntry({ first = '', onJoined, onTab }: Props) {
  const id = useId();
  const text = useSignal(first);
  const taken = useSignal<readonly Taken[]>([]);
  const misread = useSignal<string | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const takeIn = async (typed: string) => {
    const added = await understood(typed, { taken: taken.value, misread });
    if (added === null) return;
    const now = [...taken.value, added];
    taken.value = now;
    // The next one may stand there already.
    if (text.value === typed) text.value = '';
    if (now.length < added.facts.threshold) return;
    onJoined(await joinShares(now.map((one) => one.text)));
  };
  /** One after another: the next sheet may be read before this one is understood. */
  const add = (typed = text.value) => {
    last.current = last.current.then(() => run(() => takeIn(typed), fault));
  };
  const [known] = taken.value;
  return (
    <div class="stack share-entry">
      <TakenShares taken={taken} />
      {known !== undefined && (
        <p class="hint" role="status">
          {t('share.progress', { have: taken.value.length, threshold: known.facts.threshold })}
        </p>
      )}
      <div class="field">
        <label for={id}>{known === undefined ? t('share.first') : t('share.next')}</label>
        <div class="field-box">
          <textarea
            id={id}
            class="secret"
            rows={5}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={misread.value !== null}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
              misread.value = null;
            }}
          />
        </div>
        <p class="hint">{t('share.hint')}</p>
      </div>
      {misread.value !== null && (
        <p class="field-fault" role="alert">
          {misread.value}
        </p>
      )}
      <FaultNotice fault={fault.value} />
      <div class="pair">
        <button type="button" class="button primary" onClick={() => add()}>
          {t('share.add')}
        </button>
      </div>
      <QrReader onText={add} onTab={onTab} />
    </div>
  );
}

function TakenShares({ taken }: { readonly taken: Signal<readonly Taken[]> }) {
  if (taken.value.length === 0) return null;
  return (
    <ul class="facts shares-taken">
      {taken.value.map((one) => (
        <li key={one.facts.number}>
          <span>
            <Check size={15} aria-hidden="true" />{' '}
            {t('share.taken', { number: one.facts.number, of: one.facts.count })}
          </span>
          <IconButton
            label={t('share.remove', { number: one.facts.number })}
            onClick={() => {
              taken.value = taken.value.filter((other) => other !== one);
            }}
          >
            <X size={15} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

interface Against {
  readonly taken: readonly Taken[];
  readonly misread: Signal<string | null>;
}

/** @returns null when it does not belong, which `misread` then tells. */
async function understood(text: string, { taken, misread }: Against): Promise<Taken | null> {
  misread.value = null;
  try {
    const facts = await readShare(text);
    misread.value = objectionTo(facts, taken);
    return misread.value === null ? { text, facts } : null;
  } catch (error) {
    misread.value = shareMisread(error);
    if (misread.value === null) throw error;
    return null;
  }
}

/** The vault on the sheet says nothing: a restored one has another name and may be opened by the same key. */
function objectionTo(facts: ShareFacts, taken: readonly Taken[]): string | null {
  const { number, set } = facts;
  const [first] = taken;
  if (first !== undefined && first.facts.set !== set) {
    return t('share.otherSet', { number, theirs: set, ours: first.facts.set });
  }
  return taken.some((one) => one.facts.number === number) ? t('share.twice', { number }) : null;
}
