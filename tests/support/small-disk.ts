/** A disk so small that a test can fill it: what a browser does without room is seen, not played. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const NO_SMALL_DISK = 'a small disk can only be mounted by root';

export interface SmallDisk {
  readonly folder: string;
  /** To the last byte, while the browser goes on writing. @returns the way to free it again. */
  fillUp(): () => void;
  /** Ends with the browser that was on it. */
  remove(): void;
}

/** @returns null where mounting is not allowed. */
export function mountSmallDisk(mib: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    fillUp() {
      const filler = join(folder, 'filler');
      for (const block of [1 << 20, 1 << 12]) fillWith(filler, block);
      return () => rmSync(filler);
    },
    remove() {
      // The last files of a browser that just ended may still be open.
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fillWith(file: string, block: number): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(block, 1));
  } catch {
    // Full, for blocks of this size.
  }
}
