/** Saves the page that opens backups without Tallystick. */
import { FileCode2 } from 'lucide-preact';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';

export function OpenerButton() {
  const save = async () => {
    const [{ offlineOpener, OPENER_NAME }, { saveFile }] = await Promise.all([
      import('../../../utils/platform/offline-opener.ts'),
      import('../../../utils/platform/save-file.ts'),
    ]);
    saveFile(OPENER_NAME, await offlineOpener(), 'text/html');
  };
  return (
    <button type="button" class="button" onClick={() => void run(save)}>
      <FileCode2 size={16} aria-hidden="true" />
      {t('backups.saveOpener')}
    </button>
  );
}
