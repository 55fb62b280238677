/** Backups at a place that this vault writes to: the background holds its credentials and fetches them. */
import type { FoundBackup } from '../../utils/platform/found-backups.ts';
import { fileOfBase64 } from '../../utils/platform/picked-file.ts';
import { send } from '../../utils/platform/send.ts';

/** Which place this page was opened for: `?view=restore&place=…`. */
export const placeAsked: string | null = new URLSearchParams(globalThis.location?.search ?? '').get('place');

export async function filesOfPlace(destinationId: string): Promise<readonly FoundBackup[]> {
  const { destinations } = await send('backups.list', {});
  const files = destinations.find(({ id }) => id === destinationId)?.files ?? [];
  return files.map(({ name, writtenAtMs }) => ({
    name,
    modifiedAtMs: writtenAtMs,
    madeAtMs: writtenAtMs,
    read: async () => fileOfBase64((await send('backups.fetch', { destinationId, name })).fileBase64),
  }));
}
