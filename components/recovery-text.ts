/** What is wrong with a recovery key or a share that was typed, in words that name the group. */
import { isFault } from '../utils/fault.ts';
import { t } from './text/i18n.ts';

const KEY_CHARACTERS = 65;
const SHARE_CHARACTERS = 85;

/** Spaces and dashes do not count. */
const charactersIn = (text: string): number => text.replace(/[\s\-–—_.·]+/gu, '').length;

export const isShareText = (text: string): boolean => charactersIn(text) === SHARE_CHARACTERS;

/** @returns null when it is another fault, to be shown by its own words. */
export function keyMisread(error: unknown): string | null {
  if (!isFault(error)) return null;
  if (error.code === 'vault/recovery-typo') return t('locked.recoveryTypo', { groups: error.detail ?? '' });
  if (error.code === 'vault/recovery-length')
    return t('locked.recoveryLength', { count: Number(error.detail) });
  return error.code === 'vault/wrong-passphrase' ? t('locked.recoveryOther') : null;
}

/** As `keyMisread`, for a share. */
export function shareMisread(error: unknown): string | null {
  if (!isFault(error)) return null;
  if (error.code === 'vault/recovery-typo') return t('share.typo', { groups: error.detail ?? '' });
  if (error.code !== 'vault/recovery-length') return null;
  const characters = Number(error.detail);
  return characters === KEY_CHARACTERS ? t('share.wholeKey') : t('share.length', { characters });
}
