/** Where the backup is: a file, a folder, a place that this vault knows, or a server. The newest one found is meant. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { Cloud, FileLock2, FolderOpen } from 'lucide-preact';
import { Fault, type FaultCode } from '../../utils/fault.ts';
import { backupsAtPlace, backupsInFiles, type FoundBackup } from '../../utils/platform/found-backups.ts';
import { asksForRecoveryKey } from '../state/backup.ts';
import { filesOfPlace, placeAsked } from '../state/restore-places.ts';
import { run } from '../state/run.ts';
import { isOpen } from '../state/start.ts';
import { t, wordsFor } from '../text/i18n.ts';
import { momentText } from '../time-text.ts';
import { ServerForm } from '../ui/server-form.tsx';

export interface Found {
  /** The newest first; what comes after is for when it is not whole. */
  readonly files: readonly FoundBackup[];
  /** Opened by the recovery key. */
  readonly byKey: boolean;
}

interface Props {
  readonly found: Signal<Found | null>;
  readonly fault: Signal<FaultCode | null>;
}

export function RestoreSource({ found, fault }: Props) {
  const all = useSignal<readonly FoundBackup[]>([]);
  const server = useSignal<string | null>(null);
  const choose = async (files: readonly FoundBackup[]) => {
    const [first] = files;
    if (first === undefined) throw new Fault('backup/none-found');
    found.value = { files, byKey: await asksForRecoveryKey(await first.read()) };
  };
  const take = (look: () => Promise<readonly FoundBackup[]>) =>
    run(async () => {
      found.value = null;
      all.value = await look();
      await choose(all.value);
      server.value = null;
    }, fault);
  useSignalEffect(() => {
    if (placeAsked !== null && isOpen.value) void take(() => filesOfPlace(placeAsked ?? ''));
  });
  const picked = (list: FileList | null, isFolder: boolean) => {
    const files = [...(list ?? [])];
    if (files.length > 0) void take(async () => backupsInFiles(files, isFolder));
  };
  return (
    <>
      <label class="drop">
        <FileLock2 size={28} aria-hidden="true" />
        <span class="only-spoken">{t('backup.file')}</span>
        <span>{found.value?.files[0]?.name ?? t('backup.fileChoose')}</span>
        <input
          type="file"
          class="only-spoken"
          onChange={(event) => picked(event.currentTarget.files, false)}
        />
      </label>
      {found.value !== null && all.value.length > 1 && (
        <Several
          all={all.value}
          found={found.value}
          onChoose={(files) => void run(() => choose(files), fault)}
        />
      )}
      <div class="restore-sources">
        <label class="button small">
          <FolderOpen size={15} aria-hidden="true" />
          {t('restore.folder')}
          <input
            type="file"
            class="only-spoken"
            // Without it the types do not know the attribute that both browsers do.
            {...{ webkitdirectory: true }}
            onChange={(event) => picked(event.currentTarget.files, true)}
          />
        </label>
        {(['webdav', 's3'] as const).map((sort) => (
          <button
            key={sort}
            type="button"
            class="button small"
            aria-expanded={server.value === sort}
            onClick={() => (server.value = server.value === sort ? null : sort)}
          >
            <Cloud size={15} aria-hidden="true" />
            {wordsFor(`backups.sort.${sort}`)}
          </button>
        ))}
      </div>
      {server.value !== null && (
        <ServerForm
          key={server.value}
          sort={server.value}
          verb={t('restore.look')}
          onGiven={(settings) => take(() => backupsAtPlace(server.value ?? '', settings))}
        />
      )}
    </>
  );
}

interface SeveralProps {
  readonly all: readonly FoundBackup[];
  readonly found: Found;
  readonly onChoose: (files: readonly FoundBackup[]) => void;
}

/** The newest is meant; an older one, and those before it, can be. */
function Several({ all, found, onChoose }: SeveralProps) {
  const at = all.length - found.files.length;
  return (
    <div class="field">
      <label for="restore-which">{t('restore.which', { count: all.length })}</label>
      <div class="field-box">
        <select
          id="restore-which"
          value={String(at)}
          onChange={(event) => onChoose(all.slice(Number(event.currentTarget.value)))}
        >
          {all.map(({ name, madeAtMs }, place) => (
            <option key={name} value={String(place)}>
              {madeAtMs === null ? name : momentText(madeAtMs)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
