/** Before everything is sealed anew: each way in is shown once more, to stay, or is given up. */
import { type Signal, signal, useSignal } from '@preact/signals';
import { Check } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { FaultCode } from '../../../utils/fault.ts';
import type { SlotView } from '../../../utils/views.ts';
import { keyMisread } from '../../recovery-text.ts';
import { run } from '../../state/run.ts';
import { kekOf } from '../../state/vault.ts';
import { askPasskey, readRecoveryKey, type WaysKept } from '../../state/ways-in.ts';
import { language, t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { RecoveryEntry } from '../../ui/recovery-entry.tsx';
import { Switch } from '../../ui/switch.tsx';
import { nameOfWay } from './way-sorts.ts';

interface WayKey {
  readonly slot: SlotView;
  readonly isDropped: Signal<boolean>;
  readonly text: Signal<string>;
  readonly shown: Signal<boolean>;
  readonly misread: Signal<string | null>;
  /** What a passkey gave. */
  readonly kekBase64: Signal<string | null>;
  readonly fault: Signal<FaultCode | null>;
}

/** Of all that need a key of their own: the one on this device gets a new one by itself. */
export function useWayKeys(slots: readonly SlotView[]): readonly WayKey[] {
  const ids = slots.map(({ id }) => id).join();
  const held = useRef<{ readonly ids: string; readonly ways: readonly WayKey[] } | null>(null);
  // What was typed stays while the status is read again; the same ids are the same slots.
  if (held.current?.ids !== ids) {
    held.current = { ids, ways: slots.filter(({ type }) => type !== 'device').map(createWayKey) };
  }
  return held.current.ways;
}

function createWayKey(slot: SlotView): WayKey {
  return {
    slot,
    isDropped: signal(!canBeKept(slot)),
    text: signal(''),
    shown: signal(false),
    misread: signal<string | null>(null),
    kekBase64: signal<string | null>(null),
    fault: signal<FaultCode | null>(null),
  };
}

const canBeKept = ({ type }: SlotView) => ['passphrase', 'recovery', 'passkey'].includes(type);

/** @returns null when one of them was not given, or not right: it says so itself. */
export async function gathered(ways: readonly WayKey[]): Promise<WaysKept | null> {
  const keks: { slotId: string; kekBase64: string }[] = [];
  const dropSlotIds: string[] = [];
  let isComplete = true;
  for (const way of ways) {
    if (way.isDropped.value) dropSlotIds.push(way.slot.id);
    else {
      const kekBase64 = await keyOf(way);
      if (kekBase64 === null) isComplete = false;
      else keks.push({ slotId: way.slot.id, kekBase64 });
    }
  }
  return isComplete ? { keks, dropSlotIds } : null;
}

async function keyOf(way: WayKey): Promise<string | null> {
  const { slot, text, misread, kekBase64, fault } = way;
  const missing = () => {
    misread.value = t('waysIn.keyMissing');
    return null;
  };
  if (slot.type === 'passkey') return kekBase64.value ?? missing();
  if (text.value === '') return missing();
  if (slot.type === 'passphrase') return kekOf(slot, text.value);
  const read = await run(async () => {
    try {
      return await readRecoveryKey(text.value);
    } catch (error) {
      misread.value = keyMisread(error);
      if (misread.value === null) throw error;
      return null;
    }
  }, fault);
  return read ?? null;
}

export function WayKeys({ ways }: { readonly ways: readonly WayKey[] }) {
  return (
    <ul class="way-keys">
      {ways.map((way) => (
        <li key={way.slot.id} class="stack">
          <h3>
            {t(nameOfWay(way.slot))}{' '}
            <span class="hint">{t('waysIn.made', { when: dayOf(way.slot.createdAtMs) })}</span>
          </h3>
          {!way.isDropped.value && <KeyField way={way} />}
          {canBeKept(way.slot) ? (
            <Switch
              label={t('waysIn.giveUp')}
              hint={way.slot.type === 'recovery' ? t('waysIn.giveUpRecovery') : t('waysIn.giveUpHint')}
              on={way.isDropped.value}
              onChange={(on) => {
                way.isDropped.value = on;
              }}
            />
          ) : (
            <p class="hint">{t('waysIn.cannotKeep')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function KeyField({ way }: { readonly way: WayKey }) {
  const { slot, text, shown, misread } = way;
  if (slot.type === 'recovery') return <RecoveryEntry text={text} misread={misread} />;
  return (
    <>
      {slot.type === 'passkey' ? (
        <PasskeyKey way={way} />
      ) : (
        <PassphraseField
          label={t('locked.label')}
          value={text}
          shown={shown}
          autocomplete="current-password"
        />
      )}
      {misread.value !== null && (
        <p class="field-fault" role="alert">
          {misread.value}
        </p>
      )}
    </>
  );
}

function PasskeyKey({ way }: { readonly way: WayKey }) {
  const { slot, kekBase64, fault, misread } = way;
  const busy = useSignal(false);
  const ask = async () => {
    busy.value = true;
    misread.value = null;
    const kek = await run(() => askPasskey(slot), fault);
    busy.value = false;
    if (kek !== undefined) kekBase64.value = kek;
  };
  if (kekBase64.value !== null) {
    return (
      <p class="given" role="status">
        <Check size={16} aria-hidden="true" /> {t('passkey.given')}
      </p>
    );
  }
  return (
    <>
      <div>
        <button type="button" class="button" aria-busy={busy.value} onClick={() => void ask()}>
          {t('passkey.ask')}
        </button>
      </div>
      <FaultNotice fault={fault.value} />
    </>
  );
}

const dayOf = (atMs: number) =>
  new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium' }).format(atMs);
