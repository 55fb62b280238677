/** Leaving: what each format would lose, the passphrase once more, and the files. */
import { signal } from '@preact/signals';
import type { ExportFile, ExportFormat } from '../../utils/platform/export-file.ts';
import { send } from '../../utils/platform/send.ts';
import { language, t } from '../text/i18n.ts';
import { kekOf, status } from './vault.ts';

export const formats = signal<readonly ExportFormat[] | null>(null);

export async function loadFormats(): Promise<void> {
  const { exportFormats } = await import('../../utils/platform/export-file.ts');
  formats.value = await exportFormats((await send('export.outline', {})).payload);
}

/** Whether anything can be asked for before secrets leave in clear. */
export const passphraseSlot = () => status.value?.slots.find(({ type }) => type === 'passphrase');

/**
 * @param passphrase checked first where the vault has one.
 * @throws Fault `vault/wrong-passphrase`.
 */
export async function writeExport(format: ExportFormat, passphrase: string): Promise<readonly ExportFile[]> {
  const slot = passphraseSlot();
  const proof = slot && { slotId: slot.id, kekBase64: await kekOf(slot, passphrase) };
  const { payload } = await send('export.payload', { proof });
  const { exportFiles } = await import('../../utils/platform/export-file.ts');
  const files = await exportFiles(payload, format.id, {
    language: language.value ?? 'en',
    title: t('export.sheetTitle'),
    warning: t('export.sheetWarning'),
    service: t('import.field.service'),
    login: t('import.field.login'),
    note: t('export.lost.note'),
    code: t('export.sheetCode'),
  });
  await send('accounts.exported', { format: format.id });
  if (format.form === 'file') await saveAll(files);
  return files;
}

async function saveAll(files: readonly ExportFile[]): Promise<void> {
  const { saveFile } = await import('../../utils/platform/save-file.ts');
  for (const { name, text, mediaType } of files) saveFile(name, new TextEncoder().encode(text), mediaType);
}

/** One code as an address. The background asks for the proof as well. @throws Fault `vault/wrong-passphrase`. */
export async function addressOfWay(accountId: string, factorId: string, passphrase: string): Promise<string> {
  const slot = passphraseSlot();
  const proof = slot && { slotId: slot.id, kekBase64: await kekOf(slot, passphrase) };
  const ask = { accountId, factorId, sure: true } as const;
  return (await send('factors.address', proof === undefined ? ask : { ...ask, proof })).address;
}
