/** Why something in a backup was not taken, in words. The reasons are those of `utils/backup/read-payload.ts`. */
import { t } from './text/i18n.ts';

/** @param why a reason, with at most the name of a field after a colon. */
export function skipText(why: string): string {
  const [reason = '', field = ''] = why.split(': ');
  if (reason === 'malformed') return t('backup.whyMalformed', { field });
  if (reason === 'same id twice') return t('backup.whyTwice');
  return reason === 'altered' ? t('backup.whyAltered') : t('backup.whyMissing');
}
