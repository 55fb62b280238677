/**
 * Folders of the computer that a person picked for backups. The browser's handles can be kept nowhere but in IndexedDB; they
 * hold a name and no contents. Where the browser has no such picker, as Firefox, the choice is not offered.
 */
import { Fault } from '../fault.ts';

const DATABASE = 'tallystick-folders';
const STORE = 'handles';

/** What the browser's types do not know yet. */
interface Picked extends FileSystemDirectoryHandle {
  queryPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<Picked>;
const pickerOf = (scope: object) => (scope as { showDirectoryPicker?: Picker }).showDirectoryPicker;

export const canPickFolders = (): boolean => pickerOf(globalThis) !== undefined;

/**
 * Call in a click. @returns settings of a place for backups; null when the person chose none.
 */
export async function pickFolder(): Promise<{ readonly handle: string; readonly name: string } | null> {
  const picked = await pickerOf(globalThis)
    ?.call(globalThis, { id: 'backups', mode: 'readwrite' })
    .catch(unlessDismissed);
  if (picked === undefined || picked === null) return null;
  const handle = crypto.randomUUID();
  await inStore('readwrite', (store) => store.put(picked, handle));
  return { handle, name: picked.name };
}

function unlessDismissed(error: unknown): null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  throw error;
}

/** Call in a click: the browser takes permissions for folders away when it closes. */
export async function allowFolder(handle: string): Promise<boolean> {
  const folder = await folderOf(handle);
  return (await folder?.requestPermission({ mode: 'readwrite' })) === 'granted';
}

/** @throws Fault `backup/destination-not-allowed`. */
export async function openFolder(handle: string): Promise<FileSystemDirectoryHandle> {
  const folder = await folderOf(handle);
  if (folder === null) throw new Fault('backup/destination-not-allowed');
  if ((await folder.queryPermission({ mode: 'readwrite' })) === 'granted') return folder;
  throw new Fault('backup/destination-not-allowed');
}

async function folderOf(handle: string): Promise<Picked | null> {
  return ((await inStore('readonly', (store) => store.get(handle))) as Picked | undefined) ?? null;
}

async function inStore(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = (await answerTo(opening)) as IDBDatabase;
  try {
    return await answerTo(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function answerTo(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the store of folders did not answer'));
  });
}
