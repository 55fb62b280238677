/** One place for backups: how it stands, and what can be done with it. */
import { useSignal } from '@preact/signals';
import { Cloud, Download, FolderOpen } from 'lucide-preact';
import { Fault, type FaultCode } from '../../../utils/fault.ts';
import { requestAll } from '../../../utils/platform/permissions.ts';
import { fileSha256 } from '../../../utils/platform/picked-file.ts';
import { allowFolder } from '../../../utils/platform/picked-folders.ts';
import { send } from '../../../utils/platform/send.ts';
import type { DestinationView } from '../../../utils/views.ts';
import { faultTextOf } from '../../fault-text.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { type MessageKey, t, wordsFor } from '../../text/i18n.ts';
import { momentText } from '../../time-text.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';

const ICONS: Readonly<Record<string, typeof Cloud>> = { downloads: Download, folder: FolderOpen };

export function PlaceCard({ place }: { readonly place: DestinationView }) {
  const { id, sort, readsBack, files, stuck } = place;
  const busy = useSignal(false);
  const open = useSignal<'remove' | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  const name = wordsFor(`backups.sort.${sort}`) ?? sort;
  const Icon = ICONS[sort] ?? Cloud;
  const state = stateOf(place);
  const act = async (work: () => Promise<unknown>) => {
    busy.value = true;
    await run(work, fault);
    busy.value = false;
  };
  return (
    <li class="way">
      <div class="way-head">
        <Icon size={20} aria-hidden="true" />
        <div class="way-names">
          <strong>{name}</strong>
          <span>{place.place}</span>
        </div>
        <span class={`chip chip-${CHIPS[state]}`}>{t(`backups.state.${state}` satisfies MessageKey)}</span>
      </div>
      <p class="way-facts">{factsOf(place).join(' · ')}</p>
      {place.fault !== null && (
        <Notice sort="fault">
          {faultTextOf(place.fault.code)}{' '}
          {t('backups.failedSince', { when: momentText(place.fault.sinceMs) })}
        </Notice>
      )}
      {place.fault?.code === 'backup/destination-not-allowed' && (
        <button type="button" class="button small primary" onClick={() => void act(() => allowAgain(place))}>
          {t('backups.allowAgain')}
        </button>
      )}
      {!readsBack && files[0] !== undefined && (
        <p class="hint">{t('backups.proveName', { name: files[0].name })}</p>
      )}
      <div class="way-acts">
        <button
          type="button"
          class="button small"
          aria-busy={busy.value}
          onClick={() => void act(() => send('backups.run', { destinationId: id }))}
        >
          {busy.value ? t('backups.writing') : t('backups.run')}
        </button>
        {readsBack && files.length > 0 && (
          <button
            type="button"
            class="button small"
            onClick={() => void window.open(`/popup.html?view=restore&place=${id}`)}
          >
            {t('backups.restoreFrom')}
          </button>
        )}
        {!readsBack && files.length > 0 && (
          <label class="button small">
            {t('backups.prove')}
            <input
              type="file"
              class="only-spoken"
              onChange={({ currentTarget }) => void act(() => prove(id, currentTarget.files?.[0]))}
            />
          </label>
        )}
        {files.length > 0 && (
          <button type="button" class="button small" onClick={() => void act(() => putOpener(id))}>
            {t('backups.putOpener')}
          </button>
        )}
        <button type="button" class="button small quiet" onClick={() => (open.value = 'remove')}>
          {t('backups.remove')}
        </button>
      </div>
      <FaultNotice fault={fault.value} />
      {stuck.length > 0 && (
        <Notice sort="info">
          {t('backups.stuck')} {stuck.join(', ')}
        </Notice>
      )}
      {open.value === 'remove' && (
        <AskFirst
          question={t('backups.removeAsk', { place: place.place || name })}
          verb={t('backups.remove')}
          onYes={() => void act(() => send('backups.remove', { destinationId: id }))}
          onNo={() => (open.value = null)}
        />
      )}
    </li>
  );
}

async function prove(destinationId: string, file: File | undefined): Promise<void> {
  if (file === undefined) return;
  await send('backups.prove', { destinationId, sha256: await fileSha256(file) });
  say({ text: t('backups.provenDone') });
}

/** The browser asks: so this comes first in the click. */
async function allowAgain({ id, handle, needs }: DestinationView): Promise<void> {
  const isAllowed = await (handle === null ? requestAll({ ...needs }) : allowFolder(handle));
  if (!isAllowed) throw new Fault('backup/destination-not-allowed');
  await send('backups.run', { destinationId: id });
}

async function putOpener(destinationId: string): Promise<void> {
  await send('backups.putOpener', { destinationId });
  say({ text: t('backups.openerThere') });
}

type State = 'failed' | 'behind' | 'proven' | 'written';
const CHIPS: Readonly<Record<State, string>> = {
  failed: 'lost',
  behind: 'pending',
  proven: 'active',
  written: 'pending',
};

function stateOf({ fault, isBehind, lastProvenAtMs, lastWrittenAtMs }: DestinationView): State {
  if (fault !== null) return 'failed';
  if (isBehind) return 'behind';
  return lastProvenAtMs !== null && lastProvenAtMs >= (lastWrittenAtMs ?? 0) ? 'proven' : 'written';
}

function factsOf({ lastWrittenAtMs, lastProvenAtMs, files }: DestinationView): string[] {
  if (lastWrittenAtMs === null) return [t('backups.neverWritten')];
  return [
    t('backups.lastWritten', { when: momentText(lastWrittenAtMs) }),
    lastProvenAtMs === null
      ? t('backups.neverProven')
      : t('backups.lastProven', { when: momentText(lastProvenAtMs) }),
    t('backups.kept', { count: files.length }),
  ];
}
