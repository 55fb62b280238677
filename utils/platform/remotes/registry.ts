/** The places that automatic backups can be written to: one line each. */
import { downloads } from './downloads.ts';
import { folder } from './folder.ts';
import type { Remote } from './remote.ts';
import { s3 } from './s3.ts';
import { webdav } from './webdav.ts';

export const REMOTES: readonly Remote[] = [downloads, folder, webdav, s3];
