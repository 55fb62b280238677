/** A place that automatic backups are written to. Each is one file, one line in `registry.ts` and one in `sorts.ts`. */
import type { ListedFile } from './newest.ts';
import type { RemoteSort } from './sorts.ts';

export type RemoteSettings = Readonly<Record<string, string>>;

/** Every method throws Fault `backup/destination-…`. */
export interface Remote {
  readonly sort: RemoteSort;
  /** False where nothing can be read without the person: then a file is proven once they pick it. */
  readonly readsBack: boolean;
  /** Never in the place of another file. @returns what else leads to the file; null when its name does. */
  write(settings: RemoteSettings, name: string, bytes: Uint8Array): Promise<string | null>;
  read(settings: RemoteSettings, name: string): Promise<Uint8Array>;
  /** All files there. Not there where nothing can be listed without the person. */
  list?(settings: RemoteSettings): Promise<ListedFile[]>;
  /** A file that is not there any more is no fault. */
  remove(settings: RemoteSettings, name: string, ref: string | null): Promise<void>;
}
